// Plain Node without packages: in a fresh clone this file runs before anything is installed.
import { buildPackage } from '../package/build-package.mjs'
import { buildPages } from '../setup/build-pages.mjs'
import { installDependencies } from '../setup/install-dependencies.mjs'
import { runCommand } from '../shared/command-error.mjs'

// What `npm pack` packs: package.json names this as its script.
await runCommand(async () => {
  await installDependencies()
  await buildPages()
  await buildPackage()
})
