// Plain Node without packages: in a fresh clone this file runs before anything is installed.

import { installDependencies } from '../setup/install-dependencies.mjs'
import { runBrowserTests, runStressTests, runUnitTests } from '../setup/run-tests.mjs'
import { CommandError, runCommand } from '../shared/command-error.mjs'

const HELP = `npm test [-- unit | stress | e2e [arguments of Playwright]]

Installs what is missing, a browser included, and runs the unit tests, the stress tests and the browser tests, or only those named.
The last line says how many passed and failed; the exit code is 0 when none failed.`

const PARTS = { unit: runUnitTests, stress: runStressTests, e2e: runBrowserTests }

await runCommand(async () => {
  const [part, ...rest] = process.argv.slice(2)
  if (part === '--help' || part === '-h') return console.log(HELP)
  if (part !== undefined && !Object.hasOwn(PARTS, part)) {
    throw new CommandError(`There are no tests "${part}". Write unit, stress or e2e, or nothing for all of them.`)
  }
  await installDependencies()
  const counts = []
  for (const [name, run] of Object.entries(PARTS)) {
    if (part === undefined || part === name) counts.push(await countOrReport(() => run(rest)))
  }

  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`\n${counts.reduce((sum, count) => sum + count.passed, 0)} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
})

/** A step that could not run counts as a failure, and the other steps still run. */
async function countOrReport(run) {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.error(error.message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
