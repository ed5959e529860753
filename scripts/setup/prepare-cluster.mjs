// Plain Node without packages, as all of scripts/setup.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { PROJECT_ROOT } from '../shared/project-root.mjs'
import { startProcess } from '../shared/run-process.mjs'

const NODES = join(PROJECT_ROOT, 'tests/cluster/nodes')
const JVM_FOLDER = '/usr/lib/jvm'
const MIN_JAVA = 21

/**
 * Prepares the nodes of the cluster tests: finds Java and Maven, has Maven fetch OpenSearch from its registry, once, and compiles the
 * node. Gives the environment of the tests, or a sentence that says why they cannot run here.
 *
 * @param {{ seconds: number }} limits how long the download may take
 */
export async function prepareCluster({ seconds }) {
  const javaHome = await findJava()
  if (javaHome === undefined) return { reason: `They need a JDK ${MIN_JAVA} or later: set JAVA_HOME.` }
  const java = (program) => join(javaHome, 'bin', program)
  const pom = readFileSync(join(NODES, 'pom.xml'))
  const folder = join(PROJECT_ROOT, '.cache/cluster', createHash('sha256').update(pom).digest('hex').slice(0, 16))
  const jars = join(folder, 'jars')
  if (!existsSync(join(folder, 'complete'))) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(jars, { recursive: true })
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${jars}`, '-DincludeScope=runtime']
    const args = ['--quiet', '--batch-mode', '--file', join(NODES, 'pom.xml'), ...goal]
    const failure = await runOrFail('mvn', args, seconds, { JAVA_HOME: javaHome })
    if (failure) return { reason: `Maven did not fetch OpenSearch within ${seconds} s: ${failure}` }
    writeFileSync(join(folder, 'complete'), '')
  }
  const classes = join(folder, 'classes')
  const classPath = [classes, join(jars, '*')].join(delimiter)
  const source = join(NODES, 'ClusterNode.java')
  const failure = await runOrFail(java('javac'), ['-nowarn', '-cp', classPath, '-d', classes, source], 60)
  if (failure) return { reason: `The node does not compile: ${failure}` }
  return { env: { KB_TEST_JAVA: java('java'), KB_TEST_CLASSES: classPath } }
}

/** Finds the home of the first JDK that is new enough. */
async function findJava() {
  const installed = existsSync(JVM_FOLDER) ? readdirSync(JVM_FOLDER).map((name) => join(JVM_FOLDER, name)) : []
  for (const home of [process.env.JAVA_HOME, ...installed]) {
    if (!home || !existsSync(join(home, 'bin/javac')) || !existsSync(join(home, 'release'))) continue
    const version = /^JAVA_VERSION="(\d+)/m.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1]
    if (Number(version) >= MIN_JAVA) return home
  }
  return undefined
}

/** Gives the end of what a program said if it failed, else `undefined`. */
async function runOrFail(program, args, timeoutSeconds, env = {}) {
  const { ended, output } = startProcess(program, args, { env, timeoutSeconds })
  try {
    const code = await ended
    return code === 0 ? undefined : output().trim().split('\n').at(-1)?.slice(0, 300) || `exit code ${code}`
  } catch (error) {
    return error.message
  }
}
