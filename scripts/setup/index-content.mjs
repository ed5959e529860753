import { CommandError } from '../shared/command-error.mjs'
import { runScript } from '../shared/run-process.mjs'

/** Updates the index. Articles that cannot be served are listed, and the others are served. */
export async function indexContent({ contentDir, indexFile, watch }) {
  const code = await runScript('scripts/commands/build-index.ts', [
    '--keep-going',
    '--content',
    contentDir,
    ...(indexFile ? ['--index', indexFile] : []),
    ...(watch === 'off' ? [] : ['--keep-texts']),
  ])
  if (code === 0) return
  throw new CommandError('The articles could not be indexed. Fix the errors above and try again.')
}
