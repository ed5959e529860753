import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandError } from '../shared/command-error.mjs'
import { step } from '../shared/progress.mjs'
import { PROJECT_ROOT } from '../shared/project-root.mjs'
import { runNpm } from '../shared/run-process.mjs'

/** The oldest Node that the framework runs on. */
const MIN_NODE = [20, 9]

/** Installs the packages of package-lock.json, unless exactly those versions are already installed. */
export async function installDependencies() {
  refuseOldNode(process.versions.node)
  const wanted = await readPackages('package-lock.json')
  const installed = await readPackages('node_modules/.package-lock.json')
  if (isInstalled(wanted, installed)) return
  await step('Installing dependencies (npm ci)', async () => {
    // The build needs the development packages, which npm leaves out under NODE_ENV=production.
    const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
    if (code !== 0) {
      throw new CommandError(
        `"npm ci" failed with exit code ${code}. See its output above, and check that npm can reach its registry.`,
      )
    }
  })
}

/**
 * Tells whether the installed packages match the lockfile: every direct dependency is installed, and everything installed
 * has the locked version. Optional packages of other platforms are locked but never installed.
 */
export function isInstalled(wanted, installed) {
  const direct = Object.keys({ ...wanted['']?.dependencies, ...wanted['']?.devDependencies })
  return (
    direct.every((name) => `node_modules/${name}` in installed) &&
    Object.entries(installed).every(([path, { version }]) => wanted[path]?.version === version)
  )
}

/** npm writes the list of what it installed into node_modules only when it has finished. */
async function readPackages(path) {
  try {
    return JSON.parse(await readFile(join(PROJECT_ROOT, path), 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT') return {}
    throw error
  }
}

function refuseOldNode(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return
  throw new CommandError(
    `Node ${MIN_NODE.join('.')} or later is required; this is Node ${version}. Install a newer version and try again.`,
  )
}
