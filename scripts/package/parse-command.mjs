import { resolve } from 'node:path'
import { CommandError } from '../shared/command-error.mjs'

/** Commands about a folder of articles, which may stand first. */
const OF_FOLDER = ['serve', 'check', 'export', 'index']
const COMMANDS = [...OF_FOLDER, 'import', 'help', 'version']
const SPELLINGS = new Map([
  ['--help', 'help'],
  ['-h', 'help'],
  ['--version', 'version'],
  ['-v', 'version'],
])

/**
 * Parses a command line of the package into a command, the arguments of its program and the folder that it is about, which is
 * absent where only help is asked for. Throws a `CommandError` for an unknown command and where no folder is named.
 *
 * @param {readonly string[]} given
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ name: string, args: readonly string[], contentDir?: string }}
 */
export function parseCommand([first = 'help', ...rest], env) {
  const name = SPELLINGS.get(first) ?? first
  if (!COMMANDS.includes(name)) {
    throw new CommandError(
      `Unknown command "${first}". Use serve, check, import, export or index, or help for their manual.`,
    )
  }
  if (!OF_FOLDER.includes(name) || rest.some((arg) => arg === '--help' || arg === '-h')) return { name, args: rest }
  const isFolderFirst = rest[0] !== undefined && !rest[0].startsWith('-')
  const args = isFolderFirst ? ['--content', ...rest] : rest
  const at = args.findIndex((arg) => arg === '--content' || arg.startsWith('--content='))
  const folder = at < 0 ? env.KB_CONTENT : args[at]?.slice('--content='.length) || args[at + 1]
  if (!folder) {
    throw new CommandError(`No folder of articles to ${name}. Name one, for example: kb-viewer ${name} ../my-kb.`)
  }
  return { name, args, contentDir: resolve(folder) }
}
