import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { PROJECT_ROOT } from './project-root.mjs'

const POLL_MS = 20
const REQUEST_MS = 2000
/** The end of the output explains a failure; what came before it is dropped. */
const MAX_OUTPUT = 100_000

/** The processes that have been started and have not ended. */
const running = new Set()

/**
 * Starts a program in the project folder. Its output is kept, unless `isShown` passes it on as it comes. After
 * `timeoutSeconds` the program is stopped. A program that ignores a stop for `graceSeconds` is killed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Readonly<Record<string, string | undefined>>, isShown?: boolean, timeoutSeconds?: number, graceSeconds?: number }} [options]
 */
export function startProcess(program, args, { env, isShown = false, timeoutSeconds, graceSeconds = 8 } = {}) {
  const stream = isShown ? 'inherit' : 'pipe'
  const child = spawn(program, args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', stream, stream],
  })
  let output = ''
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from?.setEncoding('utf8').on('data', (data) => {
      if (isShown) to.write(data)
      else output = (output + data).slice(-MAX_OUTPUT)
    })
  }
  /** @type {Promise<number | string>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve(code ?? signal))
  })
  const started = { child, ended, output: () => output, show, isRunning, untilAnswered, stop }
  running.add(started)
  const limit = timeoutSeconds && setTimeout(stop, timeoutSeconds * 1000)
  // Whoever waits for the end learns that a program could not be started.
  ended
    .finally(() => {
      running.delete(started)
      clearTimeout(limit)
    })
    .catch(() => {})
  return started

  /** Passes on whatever the program writes from now on. */
  function show() {
    isShown = true
  }

  function isRunning() {
    return child.pid !== undefined && child.exitCode === null && child.signalCode === null
  }

  /** Waits for an answer at `url`. Gives `false` when the program ends first, or after `seconds`. */
  async function untilAnswered(url, seconds = Number.POSITIVE_INFINITY) {
    const limit = performance.now() + seconds * 1000
    while (isRunning() && performance.now() < limit) {
      if (await isAnswered(url)) return isRunning()
      await delay(POLL_MS)
    }
    return false
  }

  /** Asks the program to end, and waits until it has ended. */
  async function stop() {
    if (!isRunning()) return
    child.kill('SIGTERM')
    const timer = setTimeout(kill, graceSeconds * 1000)
    await ended.finally(() => clearTimeout(timer))
  }

  function kill() {
    child.kill('SIGKILL')
    // A process that the program started may hold the other ends of the pipes, and the end would never be noticed.
    child.stdout?.destroy()
    child.stderr?.destroy()
  }
}

/** Runs `work` and stops the processes that it started: when it is done, when it fails and when it is interrupted. */
export async function endingProcesses(work) {
  const onSignal = async (signal) => {
    console.error(`\nStopped by ${signal}. Ending the programs that were started.`)
    await stopAll()
    process.exit(130)
  }
  for (const signal of STOP_SIGNALS) process.once(signal, onSignal)
  try {
    await work()
  } finally {
    for (const signal of STOP_SIGNALS) process.off(signal, onSignal)
    await stopAll()
  }
}

/** The signals with which people and systems ask a program to end. */
export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program in the project folder to its end and gives its exit code. With `quiet` its output is shown only if it
 * fails, otherwise as it comes.
 */
export async function runProcess(program, args, { quiet = false, ...options } = {}) {
  const { ended, output } = startProcess(program, args, { ...options, isShown: !quiet })
  const code = await ended
  if (code !== 0) process.stderr.write(output())
  return typeof code === 'number' ? code : 1
}

/** Runs a TypeScript file of the project as `runProcess` does. */
export function runScript(path, args = [], options = {}) {
  return runProcess(process.execPath, ['--import', 'tsx', path, ...args], options)
}

/** Runs npm, if possible the one that started this command. */
export function runNpm(args, options = {}) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('npm-cli.js')) return runProcess(process.execPath, [cli, ...args], options)
  return process.platform === 'win32'
    ? runProcess('cmd.exe', ['/c', 'npm', ...args], options)
    : runProcess('npm', args, options)
}

function stopAll() {
  return Promise.all(Array.from(running, ({ stop }) => stop()))
}

function isAnswered(url) {
  return fetch(url, { signal: AbortSignal.timeout(REQUEST_MS) })
    .then((response) => response.arrayBuffer())
    .then(
      () => true,
      () => false,
    )
}
