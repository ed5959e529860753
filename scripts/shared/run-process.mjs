import { spawn } from 'node:child_process'
import { PROJECT_ROOT } from './project-root.mjs'

/**
 * Runs a program in the project folder to its end and gives its exit code. With `quiet` its output is kept back and
 * shown only when it fails; else it appears as it comes. After `timeoutSeconds` the program is ended.
 */
export function runProcess(program, args, { env = {}, quiet = false, timeoutSeconds = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: PROJECT_ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      timeout: timeoutSeconds * 1000,
    })
    const output = []
    child.stdout?.on('data', (data) => output.push(data))
    child.stderr?.on('data', (data) => output.push(data))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output))
      resolve(code ?? 1)
    })
  })
}

/** Runs a TypeScript file of the project as `runProcess` does. */
export function runScript(path, args = [], options = {}) {
  return runProcess(process.execPath, ['--import', 'tsx', path, ...args], options)
}

/** Runs npm, the one that started this command where there is one. */
export function runNpm(args, options = {}) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('npm-cli.js')) return runProcess(process.execPath, [cli, ...args], options)
  return process.platform === 'win32'
    ? runProcess('cmd.exe', ['/c', 'npm', ...args], options)
    : runProcess('npm', args, options)
}
