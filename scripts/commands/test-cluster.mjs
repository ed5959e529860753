// Plain Node without packages: in a fresh clone this file runs before anything is installed.

import { installDependencies } from '../setup/install-dependencies.mjs'
import { prepareCluster } from '../setup/prepare-cluster.mjs'
import { runClusterTests } from '../setup/run-tests.mjs'
import { CommandError, runCommand } from '../shared/command-error.mjs'
import { parseOptions } from '../shared/options.mjs'
import { endingProcesses } from '../shared/run-process.mjs'

const HELP = `npm run test:cluster [-- --if-possible]

Starts an OpenSearch cluster of three nodes, which Maven fetches from its registry, and runs the tests of the engine on it.
With --if-possible it says why it cannot and ends with exit code 0; it does not wait long for a download then.`

const DOWNLOAD_SECONDS = 600
/** What continuous integration waits for: the download took 55 seconds on a fast network. */
const SHORT_DOWNLOAD_SECONDS = 60

await runCommand(() =>
  endingProcesses(async () => {
    const { values } = parseOptions(process.argv.slice(2), ['if-possible', 'help'])
    if (values.help) return console.log(HELP)
    await installDependencies()
    const prepared = await prepareCluster({
      seconds: values['if-possible'] ? SHORT_DOWNLOAD_SECONDS : DOWNLOAD_SECONDS,
    })
    if (prepared.reason) {
      if (!values['if-possible']) throw new CommandError(`The cluster tests cannot run. ${prepared.reason}`)
      return console.log(`Cluster tests: not run. ${prepared.reason}`)
    }
    const { passed, failed } = await runClusterTests(prepared.env)
    console.log(`\n${passed} passed, ${failed} failed`)
    if (failed > 0) process.exitCode = 1
  }),
)
