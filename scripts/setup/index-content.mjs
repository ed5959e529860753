import { CommandError } from '../shared/command-error.mjs'
import { runScript } from '../shared/run-process.mjs'

/** Brings the index up to date with the articles. Those that cannot be served are named, the others are served. */
export async function indexContent({ contentDir, indexFile }) {
  const code = await runScript('scripts/commands/build-index.ts', [
    '--keep-going',
    '--content',
    contentDir,
    ...(indexFile ? ['--index', indexFile] : []),
  ])
  if (code === 0) return
  throw new CommandError('The articles could not be indexed. Correct what is named above and run the command again.')
}
