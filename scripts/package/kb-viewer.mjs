#!/usr/bin/env node
import { mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { defaultIndexFile } from '../../lib/kb-index/file/default-index-file.mjs'
import { CommandError, runCommand } from '../shared/command-error.mjs'
import { PROJECT_ROOT } from '../shared/project-root.mjs'
import { cacheFolder } from './cache-folder.mjs'
import { parseCommand } from './parse-command.mjs'

const EXIT_USAGE = 2
const HELP = `kb-viewer COMMAND [options]

  serve DIR [--port N] [--host [HOST]]   serves a folder of articles; changes of them appear at once
  check DIR [--json] [--sarif]           lists everything that is wrong with the articles
  import INPUT... --out DIR              turns dumps and living articles into a folder of articles
  export DIR --out DIR                   writes a copy of the site that needs no server
  index DIR                              updates the index and ends
  help, --version

kb-viewer COMMAND --help lists the options of a command. A folder of articles is only read: its index is kept in
${cacheFolder(process.env, process.platform)}, or in the file that the environment variable KB_INDEX names.`
const SERVE_HELP = `kb-viewer serve DIR [options]

Indexes a folder of articles and serves it. Changes of the articles appear at once.

  DIR             the folder (environment: KB_CONTENT)
  --port N        default 3000 (environment: PORT)
  --host [HOST]   the address to listen on; default 127.0.0.1, which only this computer can reach;
                  without a value all interfaces (0.0.0.0)
  --help          show this help

KB_WATCH says how changes of the articles are noticed: on (default), poll for a network drive, off.`

const PROGRAMS = {
  serve: () => import('../commands/start.mjs'),
  check: () => import('../commands/check-content.ts'),
  import: () => import('../commands/import.ts'),
  export: () => import('../commands/export.ts'),
  index: () => import('../commands/build-index.ts'),
}

await runCommand(
  async () => {
    const { name, args, contentDir } = parseCommand(process.argv.slice(2), process.env)
    if (name === 'help') return console.log(HELP)
    if (name === 'version') return console.log(readVersion())
    if (name === 'serve' && contentDir === undefined) return console.log(SERVE_HELP)
    if (contentDir !== undefined) process.env.KB_INDEX = prepareIndexFile(contentDir)
    process.argv = [...process.argv.slice(0, 2), ...args]
    await PROGRAMS[name]()
  },
  { errorCode: EXIT_USAGE },
)

function readVersion() {
  return JSON.parse(readFileSync(join(PROJECT_ROOT, '..', 'package.json'), 'utf8')).version
}

function prepareIndexFile(contentDir) {
  if (process.env.KB_INDEX) return resolve(process.env.KB_INDEX)
  const file = join(cacheFolder(process.env, process.platform), basename(defaultIndexFile(contentDir)))
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch (error) {
    throw new CommandError(
      `The folder of the index "${dirname(file)}" cannot be made (${error.code}). Set KB_INDEX to a file that can be written.`,
      { cause: error },
    )
  }
  return file
}
