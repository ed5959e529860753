import { requireFreePort } from '@/scripts/setup/require-free-port.mjs'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { startProcess } from '@/scripts/shared/run-process.mjs'
import { type TreeUsage, watchProcessTree } from './process-tree'

interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutSeconds?: number
}

/** A program that has run to its end. */
export interface MeasuredRun {
  readonly seconds: number
  /** Absent on systems without /proc. */
  readonly usage?: TreeUsage
  readonly output: string
}

/** A server that runs until it is stopped. */
export interface MeasuredServer {
  readonly url: string
  /** From its start to its first answer. */
  readonly secondsToReady: number
  readonly readUsage: () => TreeUsage | undefined
  readonly stop: () => Promise<void>
}

/** What is measured begins without pages of a run before. */
const ALONE = { KB_PAGE_STORE_MB: '0' }
/** Sampling takes time from the answers that are being timed. */
const SERVER_SAMPLE_MS = 1000
const SHOWN_OUTPUT = 2000

/** Runs a program to its end and measures it. Throws a `CommandError` with the end of its output if it fails. */
export async function runMeasured(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<MeasuredRun> {
  const began = performance.now()
  const started = startProcess(program, args, options)
  const tree = watchProcessTree(started.child.pid ?? 0)
  const code = await started.ended.finally(tree.stop)
  const seconds = (performance.now() - began) / 1000
  const output = started.output()
  if (code === 0) return { seconds, usage: tree.read(), output }
  throw new CommandError(
    `"${program} ${args.join(' ')}" ended with ${code} after ${seconds.toFixed(0)} s. Its output ends with:\n${output.slice(-SHOWN_OUTPUT)}`,
  )
}

/** Starts a server and waits for its first answer at `path`. Throws a `CommandError` if none comes. */
export async function startServer(
  [program = '', ...args]: readonly string[],
  { url, path, env, timeoutSeconds = 120 }: { url: string; path: string } & ProgramOptions,
): Promise<MeasuredServer> {
  const { hostname, port } = new URL(url)
  // Another server on this port would answer at once and be measured instead.
  await requireFreePort(Number(port), hostname)
  const began = performance.now()
  const started = startProcess(program, args, { env: { ...ALONE, ...env } })
  const tree = watchProcessTree(started.child.pid ?? 0, SERVER_SAMPLE_MS)
  const stop = async () => {
    tree.stop()
    await started.stop()
  }
  if (await started.untilAnswered(new URL(path, url), timeoutSeconds)) {
    return { url, secondsToReady: (performance.now() - began) / 1000, readUsage: tree.read, stop }
  }
  await stop()
  throw new CommandError(
    `"${program}" did not answer at ${url}${path}. Its output ends with:\n${started.output().slice(-SHOWN_OUTPUT)}`,
  )
}
