import { buildPages } from '../setup/build-pages.mjs'
import { installDependencies } from '../setup/install-dependencies.mjs'
import { runCommand } from '../shared/command-error.mjs'

await runCommand(async () => {
  await installDependencies()
  await buildPages()
})
