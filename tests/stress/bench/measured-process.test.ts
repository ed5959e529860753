import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { runMeasured, startServer } from '@/bench/measure/measured-process'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { findFreePort } from '@/scripts/shared/free-port'
import { endingProcesses } from '@/scripts/shared/run-process.mjs'

const NODE = process.execPath
const SERVER = `require('http').createServer((_, response) => response.end('ok')).listen(+process.argv[1], '127.0.0.1')`
const isLinux = existsSync('/proc/self/status')

test('a program is measured to its end: seconds, what it said, memory of itself and of what it starts', async () => {
  const allocate = `Buffer.alloc(150e6, 1); setTimeout(() => {}, 300)`
  const script = `console.log('done'); require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(allocate)}])`
  const { seconds, output, usage } = await runMeasured(NODE, ['-e', script])
  assert.equal(output.trim(), 'done')
  assert.ok(seconds > 0.3 && seconds < 30, `${seconds} s`)
  assert.equal(usage !== undefined, isLinux)
  if (usage) {
    assert.ok(usage.peakBytes > 150e6 && usage.peakBytes < 500e6, `${usage.peakBytes} bytes`)
    assert.ok(usage.processorSeconds > 0)
  }
})

test('a program is not charged with the memory of the process that started it', { skip: !isLinux }, async () => {
  const ballast = Buffer.alloc(400e6, 1)
  const { usage } = await runMeasured(NODE, ['-e', 'setTimeout(() => {}, 200)'])
  assert.ok(usage && usage.peakBytes < 300e6, `${usage?.peakBytes} bytes`)
  assert.equal(ballast.at(-1), 1)
})

test('a program that fails, or that cannot be started, fails the run with its last words', async () => {
  await assert.rejects(runMeasured(NODE, ['-e', 'console.error("no such index"); process.exit(3)']), {
    message: /ended with 3 after .* Its output ends with:\nno such index/,
  })
  await assert.rejects(runMeasured('no-such-program', []), { code: 'ENOENT' })
})

test('a program that takes too long is ended', async () => {
  const began = performance.now()
  const endless = runMeasured(NODE, ['-e', 'setInterval(() => {}, 1000)'], { timeoutSeconds: 0.3 })
  await assert.rejects(endless, /ended with SIGTERM/)
  assert.ok(performance.now() - began < 5000)
})

test('a server is there when it answers and gone when it is stopped', async () => {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const server = await startServer([NODE, '-e', SERVER, String(port)], { url, path: '/healthz' })
  assert.equal(await (await fetch(url)).text(), 'ok')
  assert.ok(server.secondsToReady > 0)
  const second = startServer([NODE, '-e', SERVER, String(port)], { url, path: '/healthz' })
  await assert.rejects(second, /is already in use/)
  await server.stop()
  await assert.rejects(fetch(url))
})

test('a server that never answers, or ends, fails the run with its last words', async () => {
  const url = `http://127.0.0.1:${await findFreePort()}`
  const silent = [NODE, '-e', 'console.log("I sleep"); setInterval(() => {}, 1000)']
  await assert.rejects(startServer(silent, { url, path: '/', timeoutSeconds: 4 }), /did not answer .*\nI sleep/s)
  await assert.rejects(startServer([NODE, '-e', 'process.exit(1)'], { url, path: '/' }), CommandError)
})

test('what was started is ended when the run fails', async () => {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const failing = endingProcesses(async () => {
    await startServer([NODE, '-e', SERVER, String(port)], { url, path: '/' })
    throw new Error('The next step failed.')
  })
  await assert.rejects(failing, /The next step failed/)
  await assert.rejects(fetch(url))
})

test('what was started is ended when the run is interrupted', async () => {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const script = `
    import { startServer } from './bench/measure/measured-process.ts'
    import { endingProcesses } from './scripts/shared/run-process.mjs'
    await endingProcesses(async () => {
      await startServer(${JSON.stringify([NODE, '-e', SERVER, String(port)])}, { url: '${url}', path: '/' })
      console.log('ready')
      await new Promise(() => setInterval(() => {}, 1000))
    })`
  const run = spawn(NODE, ['--import', 'tsx', '--input-type=module', '-e', script])
  await once(run.stdout, 'data')
  run.kill('SIGINT')
  assert.deepEqual(await once(run, 'close'), [130, null])
  await assert.rejects(fetch(url))
})
