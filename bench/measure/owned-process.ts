import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { requireFreePort } from '@/scripts/setup/require-free-port.mjs'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { PROJECT_ROOT } from '@/scripts/shared/project-root.mjs'
import { listTree, type TreeUsage, watchProcessTree } from './process-tree'

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutSeconds?: number
}

/** How a program ran that has ended well. */
export interface MeasuredRun {
  readonly seconds: number
  /** Absent where the system does not say. */
  readonly usage?: TreeUsage
  readonly output: string
}

/** A program that runs until it is stopped. */
export interface OwnedProgram {
  readonly url: string
  /** Seconds from the start of the program to its first answer. */
  readonly secondsToReady: number
  readonly readUsage: () => TreeUsage | undefined
  readonly stop: () => Promise<void>
}

const MAX_OUTPUT = 20_000
const POLL_MS = 20
const REQUEST_MS = 2000
/** A server's answers are timed meanwhile, and looking at it takes time from them. */
const SERVER_SAMPLE_MS = 1000
/** `scripts/commands/start.mjs` gives its own server five seconds. */
const STOP_MS = 8000

const running = new Set<ChildProcess>()

/** Runs a program to its end and tells what it took. Throws a `CommandError` with its last words when it fails. */
export async function runMeasured(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<MeasuredRun> {
  const began = performance.now()
  const started = startProgram(program, args, options)
  const code = await started.ended.finally(started.tree.stop)
  const seconds = (performance.now() - began) / 1000
  const usage = started.tree.read()
  if (code === 0) return { seconds, usage, output: started.output() }
  throw new CommandError(
    `"${program} ${args.join(' ')}" ended with ${code} after ${seconds.toFixed(0)} s. It said:\n${started.output().slice(-2000)}`,
  )
}

/** Starts a server and waits until `path` answers with success. Throws a `CommandError` when it does not come up. */
export async function startServer(
  [program = '', ...args]: readonly string[],
  { url, path, env, timeoutSeconds = 120 }: { url: string; path: string } & ProgramOptions,
): Promise<OwnedProgram> {
  const { hostname, port } = new URL(url)
  // Another server there would answer at once, and be measured.
  await requireFreePort(Number(port), hostname)
  const began = performance.now()
  const started = startProgram(program, args, { env, sampleMs: SERVER_SAMPLE_MS })
  const stop = async () => {
    started.tree.stop()
    await stopChild(started.child)
  }
  while (!(await answers(new URL(path, url)))) {
    const isLate = performance.now() - began > timeoutSeconds * 1000
    if (!isLate && isRunning(started.child)) {
      await delay(POLL_MS)
      continue
    }
    await stop()
    throw new CommandError(
      `"${program}" did not answer at ${url}${path}. Read what it said:\n${started.output().slice(-2000)}`,
    )
  }
  return { url, secondsToReady: (performance.now() - began) / 1000, readUsage: started.tree.read, stop }
}

/** Runs `work`, and ends every program that it started, whether it succeeds, fails or is told to stop. */
export async function endingPrograms(work: () => Promise<void>): Promise<void> {
  const onSignal = async (signal: NodeJS.Signals) => {
    console.error(`\nStopped by ${signal}; ending the programs that were started.`)
    await stopAll()
    process.exit(130)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.once(signal, onSignal)
  try {
    await work()
  } finally {
    for (const signal of signals) process.off(signal, onSignal)
    await stopAll()
  }
}

function startProgram(
  program: string,
  args: readonly string[],
  { env, timeoutSeconds, sampleMs }: ProgramOptions & { readonly sampleMs?: number },
) {
  const child = spawn(program, args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (data: string) => {
      output = (output + data).slice(-MAX_OUTPUT)
    })
  const tree = watchProcessTree(child.pid ?? 0, sampleMs)
  const limit = timeoutSeconds && setTimeout(() => void stopChild(child), timeoutSeconds * 1000)
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'no code'))
  }).finally(() => {
    running.delete(child)
    if (limit) clearTimeout(limit)
  })
  // Whoever waits for the end hears of a program that cannot be started; nobody else must fall over it.
  ended.catch(() => undefined)
  return { child, ended, tree, output: () => output }
}

async function stopAll(): Promise<void> {
  await Promise.all([...running].map(stopChild))
}

/** Asks a program to end; what is left of it and of its descendants after a while is ended. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || !isRunning(child)) return
  const closed = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await Promise.race([closed, delay(STOP_MS, undefined, { ref: false })])
  if (isRunning(child)) for (const id of listTree(child.pid)) endProcess(id)
}

function endProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

async function answers(address: URL): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(REQUEST_MS) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    // It does not listen yet; why it never does is in its output.
    return false
  }
}
