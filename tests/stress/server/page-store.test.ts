import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { createPageStore } from '@/server/pages/page-store.mjs'
import { makeFolder } from '@/tests/support/folder'
import { textOfPage } from '@/tests/support/processes/kept-page-texts'
import { seededRandom } from '@/tests/support/random'

const ROUNDS = 8
const PROGRAM = [process.execPath, '--import', 'tsx', 'tests/support/processes/keep-pages-in-child.ts']

test('a server that is killed while it writes pages leaves whole ones only, and the next one goes on', async (t) => {
  const folder = join(makeFolder(t), 'pages')
  const random = seededRandom(9)
  let before = 0
  for (let round = 0; round < ROUNDS; round++) {
    const [program = '', ...args] = PROGRAM
    const child = spawn(program, [...args, folder, String(round * 1_000_000)], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    await delay(50 + random() * 500)
    child.kill('SIGKILL')
    await once(child, 'exit')

    const store = createPageStore({ folder, maxBytes: 1e9, build: 'build' }, (error) => assert.fail(String(error)))
    store.follow('label')
    await store.ready()
    const { stored_pages: count } = store.counts()
    assert.ok(count > before, `round ${round}`)
    before = count
    let seen = 0
    for (let start = 0; start <= round; start++) {
      for (let at = start * 1_000_000; ; at++) {
        const page = await store.get(` /kb/${at}`)
        if (page === undefined) break
        assert.equal((await page.content.in('')).bytes.toString(), textOfPage(` /kb/${at}`))
        seen++
      }
    }
    // The pages of each round follow one another, so that one that is damaged would end them.
    assert.equal(seen, count)
    await store.close()
  }
})

test('on a disk without room what is there is read, and that is said once', async (t) => {
  const folder = join(makeFolder(t), 'pages')
  const command = `trap '' XFSZ; ulimit -f 64; exec "$@"`
  const child = spawn('bash', ['-c', command, 'bash', ...PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const output: string[] = []
  child.stdout.on('data', (text) => output.push(String(text)))
  const [code] = await once(child, 'close')
  assert.equal(code, 0)
  assert.match(output.join(''), /^started\nFault: [^\n]*\nkept: true\n$/)
})
