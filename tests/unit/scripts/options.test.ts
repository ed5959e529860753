import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { readOptions } from '@/scripts/shared/options.mjs'

const DEFAULTS = { help: false, contentDir: resolve('content'), indexFile: undefined, port: 3000, host: '127.0.0.1' }

test('options win over the environment, the environment over the defaults', () => {
  const environment = { KB_CONTENT: '/kb', KB_INDEX: '/tmp/kb.db', PORT: '8080' }
  assert.deepEqual(readOptions([], {}), DEFAULTS)
  assert.deepEqual(readOptions([], { KB_CONTENT: '', KB_INDEX: '', PORT: '' }), DEFAULTS)
  const fromEnvironment = { ...DEFAULTS, contentDir: '/kb', indexFile: '/tmp/kb.db', port: 8080 }
  assert.deepEqual(readOptions([], environment), fromEnvironment)
  assert.deepEqual(readOptions(['--content', '/other', '--port=9000'], environment), {
    ...fromEnvironment,
    contentDir: '/other',
    port: 9000,
  })
})

test('"--host" alone means every interface', () => {
  assert.equal(readOptions(['--host', '--port', '80'], {}).host, '0.0.0.0')
  assert.equal(readOptions(['--host', '192.0.2.1'], {}).host, '192.0.2.1')
})

for (const [args, environment, message] of [
  [['--port', 'abc'], {}, /^--port is "abc", /],
  [['--port', '0'], {}, /^--port is "0", /],
  [['--port', '65536'], {}, /^--port is "65536", /],
  [['--port', '1e3'], {}, /^--port is "1e3", /],
  [['--port'], {}, /^--port has no value\. /],
  [['--content', '--port', '80'], {}, /^--content has no value\. /],
  [[], { PORT: 'x' }, /^PORT is "x", /],
  [['--bogus'], {}, /^There is no option "--bogus"\. /],
  [['folder'], {}, /^There is no option "folder"\. /],
  [['--toString'], {}, /^There is no option "--toString"\. /],
] as const) {
  test(`the arguments [${args.join(' ')}] with ${JSON.stringify(environment)} are refused in two sentences`, () => {
    assert.throws(
      () => readOptions(args, environment),
      (error) => error instanceof CommandError && message.test(error.message) && /\. .+\.$/.test(error.message),
    )
  })
}
