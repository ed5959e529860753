import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { PROJECT_ROOT } from './project-root.mjs'
import { scriptArguments } from './script-arguments.mjs'
import { STOP_SIGNALS } from './stop-signals.mjs'

const POLL_MS = 20
const REQUEST_MS = 2000
/** The end of the output explains a failure; what came before it is dropped. */
const MAX_OUTPUT = 100_000

/** Stops each process that has not ended. */
const running = new Set()

/**
 * Starts a program in the project folder and keeps the end of its output; with `isShown` the output appears instead. The
 * program is stopped after `timeoutSeconds`, and killed when it takes longer than `graceSeconds` to stop.
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
  for (const pipe of [child.stdout, child.stderr]) {
    pipe?.setEncoding('utf8').on('data', (data) => {
      output = (output + data).slice(-MAX_OUTPUT)
    })
  }
  /** @type {Promise<number | string>} The exit code, or the signal that ended the program. */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve(code ?? signal))
  })
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null
  /** Asks the program to end, and waits until it has ended. */
  const stop = async () => {
    if (!isRunning()) return
    child.kill('SIGTERM')
    setTimeout(kill, graceSeconds * 1000).unref()
    await ended
  }
  const kill = () => {
    child.kill('SIGKILL')
    // A process that the program started may keep the pipes open, and then the end would not be noticed.
    child.stdout?.destroy()
    child.stderr?.destroy()
  }
  /** Waits for an answer at `url`. Gives `false` when the program ends first, or after `seconds`. */
  const untilAnswered = async (url, seconds = Number.POSITIVE_INFINITY) => {
    for (const began = performance.now(); isRunning() && performance.now() - began < seconds * 1000; ) {
      if (await isAnswered(url)) return isRunning()
      await delay(POLL_MS)
    }
    return false
  }
  running.add(stop)
  // A caller that waits for the end handles the error of a program that could not be started.
  ended.catch(() => {}).finally(() => running.delete(stop))
  if (timeoutSeconds) setTimeout(stop, timeoutSeconds * 1000).unref()
  return { child, ended, output: () => output, untilAnswered, stop }
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

/** Runs a script of the project as `runProcess` does. */
export function runScript(path, args = [], options = {}) {
  return runProcess(process.execPath, [...scriptArguments(path), ...args], options)
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
  return Promise.all(Array.from(running, (stop) => stop()))
}

function isAnswered(url) {
  return fetch(url, { signal: AbortSignal.timeout(REQUEST_MS) })
    .then((response) => response.arrayBuffer())
    .then(
      () => true,
      () => false,
    )
}
