import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** What `npm run test:cluster` has prepared: the Java program, and the class path of the nodes. */
const JAVA = process.env.KB_TEST_JAVA ?? ''
const CLASSES = process.env.KB_TEST_CLASSES ?? ''
const FIRST_PORT = Number(process.env.KB_TEST_OPENSEARCH_PORT ?? 9400)
const START_SECONDS = 240
const HEAP = '512m'

export interface TestCluster {
  readonly urls: readonly string[]
  /** Kills a node at once, as a failing machine would. */
  kill(place: number): Promise<void>
  /** Waits until all copies of all shards are where they should be. */
  untilGreen(): Promise<void>
  stop(): Promise<void>
}

/** Starts as many nodes, each in a process of its own on the loopback address, and waits until they are one cluster. */
export async function startCluster(count: number): Promise<TestCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'kb-cluster-'))
  const nodes = Array.from({ length: count }, (_, place) => startNode(folder, place, count))
  const urls = nodes.map((_, place) => `http://127.0.0.1:${FIRST_PORT + place}`)
  const stop = async () => {
    await Promise.all(nodes.map(end))
    rmSync(folder, { recursive: true, force: true })
  }
  const untilHealthy = async (query: string) => {
    for (const began = performance.now(); performance.now() - began < START_SECONDS * 1000; await wait(300)) {
      const running = nodes.findIndex(isRunning)
      const answer = await fetch(`${urls[running]}/_cluster/health?timeout=5s&${query}`).catch(() => undefined)
      if (answer?.ok) return
    }
    await stop()
    throw new Error(`The test cluster was not ready within ${START_SECONDS} seconds.`)
  }
  await untilHealthy(`wait_for_nodes=${count}`)
  return {
    urls,
    kill: (place) => end(nodes[place]),
    untilGreen: () => untilHealthy('wait_for_status=green'),
    stop,
  }
}

function startNode(folder: string, place: number, count: number): ChildProcess {
  const home = join(folder, String(place))
  mkdirSync(join(home, 'config'), { recursive: true })
  const options = [`-Xms${HEAP}`, `-Xmx${HEAP}`, '--enable-native-access=ALL-UNNAMED']
  const args = [...options, '-cp', CLASSES, 'ClusterNode', home, String(place), String(count), String(FIRST_PORT)]
  // The node ends when its input does.
  return spawn(JAVA, args, { stdio: ['pipe', 'ignore', 'inherit'] })
}

function isRunning(node: ChildProcess): boolean {
  return node.exitCode === null && node.signalCode === null
}

async function end(node: ChildProcess | undefined): Promise<void> {
  if (!node || !isRunning(node)) return
  const ended = new Promise((resolve) => node.once('close', resolve))
  node.kill('SIGKILL')
  await ended
}
