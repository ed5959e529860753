import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleAssets } from '../shared/bundle-assets.mjs'
import { CommandError } from '../shared/command-error.mjs'
import { step } from '../shared/progress.mjs'
import { ASSETS_FOLDER, PROJECT_ROOT } from '../shared/project-root.mjs'
import { runProcess } from '../shared/run-process.mjs'

/** Everything that the build reads. Articles are not built: they are rendered on demand. */
const SOURCES = [
  'app',
  'browser',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'scripts/shared/bundle-assets.mjs',
  'tsconfig.json',
  'package-lock.json',
]
const STAMP = join(PROJECT_ROOT, '.next', 'kb-viewer-sources')

export const NEXT = join(PROJECT_ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')

/** Builds the pages for production, unless the last build has the same sources. */
export async function buildPages() {
  const hash = await hashFiles(SOURCES, PROJECT_ROOT)
  if ((await readIfPresent(STAMP)) === hash) return
  await rm(STAMP, { force: true })
  await step('Building the pages (next build)', async () => {
    const code = await runProcess(process.execPath, [NEXT, 'build'], {
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      quiet: true,
    })
    if (code !== 0) {
      throw new CommandError(
        `"next build" failed with exit code ${code}. See its output above and fix the file it names.`,
      )
    }
    await mkdir(ASSETS_FOLDER, { recursive: true })
    for (const { name, text } of await bundleAssets({ isDevelopment: false })) {
      await writeFile(join(ASSETS_FOLDER, name), text)
    }
  })
  await writeFile(STAMP, hash)
}

/** Hashes the names and contents of files and folders below `root`. Missing ones are skipped. */
export async function hashFiles(paths, root) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await listFiles(path, root)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(join(root, file)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

async function listFiles(path, root) {
  const entry = await stat(join(root, path)).catch(absentAs(undefined))
  if (!entry) return []
  if (entry.isFile()) return [path]
  const names = await readdir(join(root, path))
  const lists = await Promise.all(names.sort().map((name) => listFiles(`${path}/${name}`, root)))
  return lists.flat()
}

function readIfPresent(path) {
  return readFile(path, 'utf8').catch(absentAs(''))
}

function absentAs(value) {
  return (error) => {
    if (error.code === 'ENOENT') return value
    throw error
  }
}
