import { buildPages } from './setup/build-pages.mjs'
import { runCommand } from './setup/command-error.mjs'
import { installDependencies } from './setup/install-dependencies.mjs'

await runCommand(async () => {
  await installDependencies()
  await buildPages()
})
