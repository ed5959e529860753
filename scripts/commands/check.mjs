import { join } from 'node:path'
import { NEXT } from '../setup/build-pages.mjs'
import { installDependencies } from '../setup/install-dependencies.mjs'
import { runUnitTests } from '../setup/run-tests.mjs'
import { CommandError, runCommand } from '../shared/command-error.mjs'
import { formatCount, step } from '../shared/progress.mjs'
import { PROJECT_ROOT } from '../shared/project-root.mjs'
import { runProcess, runScript } from '../shared/run-process.mjs'

// Every check runs, so that one run shows every error.
await runCommand(async () => {
  await installDependencies()
  const failed = []
  const check = async (name, run) => ((await step(name, run)) === 0 ? undefined : failed.push(name))
  await check('Format, lint and import rules (biome)', () => runPackage('@biomejs/biome/bin/biome', ['ci']))
  // Next describes its modules, stylesheets and routes to the compiler in files that git ignores.
  await check('Route types (next typegen)', () => runProcess(process.execPath, [NEXT, 'typegen'], { quiet: true }))
  await check('Types (tsc)', () => runPackage('typescript/bin/tsc', ['--noEmit']))
  // The first versions of Node with require() of modules are also the first that knip supports: 20.19 and 22.12.
  if (process.features.require_module)
    await check('Packages and files (knip)', () => runPackage('knip/bin/knip.js', []))
  else console.log('Packages and files (knip): skipped, because knip needs Node 20.19 or 22.12.')
  await check('Unit tests', async () => (await runUnitTests()).failed)
  await check('Articles (content:check)', () => runScript('scripts/commands/check-content.ts'))
  if (failed.length > 0) {
    throw new CommandError(`${formatCount(failed.length, 'check')} failed: ${failed.join(', ')}. Fix the errors above.`)
  }
})

function runPackage(path, args) {
  return runProcess(process.execPath, [join(PROJECT_ROOT, 'node_modules', path), ...args])
}
