import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandError } from '../shared/command-error.mjs'
import { step } from '../shared/progress.mjs'
import { PROJECT_ROOT } from '../shared/project-root.mjs'
import { runNpm } from '../shared/run-process.mjs'

/** The oldest Node that the framework runs on. */
const MIN_NODE = [20, 9]

/** Installs the packages of package-lock.json, unless they are there in those versions, however they came. */
export async function installDependencies() {
  refuseOldNode(process.versions.node)
  const wanted = await readPackages('package-lock.json')
  const installed = await readPackages('node_modules/.package-lock.json')
  if (isInstalled(wanted, installed)) return
  await step('Installing dependencies (npm ci)', async () => {
    // The build needs development packages too, also where NODE_ENV=production would leave them out.
    const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
    if (code !== 0) {
      throw new CommandError(
        `"npm ci" failed with exit code ${code}. Read its message above, check that npm can reach its registry, and run the command again.`,
      )
    }
  })
}

/**
 * Tells whether the installed packages are those of the lockfile: each direct dependency is there, and everything that
 * is there has the locked version. Optional packages of other platforms are locked and never installed.
 */
export function isInstalled(wanted, installed) {
  const direct = Object.keys({ ...wanted['']?.dependencies, ...wanted['']?.devDependencies })
  return (
    direct.every((name) => `node_modules/${name}` in installed) &&
    Object.entries(installed).every(([path, { version }]) => wanted[path]?.version === version)
  )
}

/** npm leaves the list of what it installed in node_modules when it has finished, and not before. */
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
    `This is Node ${version}, and the viewer needs ${MIN_NODE.join('.')} or later. Install a newer Node and run the command again.`,
  )
}
