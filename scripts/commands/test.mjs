// Plain Node without packages: in a fresh clone this file runs before anything is installed.

import { installDependencies } from '../setup/install-dependencies.mjs'
import { runBrowserTests, runStressTests, runUnitTests } from '../setup/run-tests.mjs'
import { CommandError, runCommand } from '../shared/command-error.mjs'

const HELP = `npm test [-- unit | stress | e2e [arguments of Playwright]]

Installs what is missing, a browser included, and runs the unit tests, the stress tests and the browser tests, or only one suite.
The last line says how many passed and failed; the exit code is 0 if none failed.`

const SUITES = { unit: runUnitTests, stress: runStressTests, e2e: runBrowserTests }

await runCommand(async () => {
  const [suite, ...rest] = process.argv.slice(2)
  if (suite === '--help' || suite === '-h') return console.log(HELP)
  if (suite !== undefined && !Object.hasOwn(SUITES, suite)) {
    throw new CommandError(`Unknown test suite "${suite}". Use unit, stress or e2e, or leave it out to run everything.`)
  }
  await installDependencies()
  const counts = []
  for (const [name, run] of Object.entries(SUITES)) {
    if (suite === undefined || suite === name) counts.push(await countOrReport(() => run(rest)))
  }

  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`\n${counts.reduce((sum, count) => sum + count.passed, 0)} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
})

/** A suite that could not run counts as a failure, and the others still run. */
async function countOrReport(run) {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.error(error.message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
