import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { parseOptions, parseServerOptions } from '@/scripts/shared/options.mjs'

const DEFAULTS = {
  help: false,
  contentDir: resolve('content'),
  indexFile: undefined,
  port: 3000,
  host: '127.0.0.1',
  watch: 'on',
}

test('options win over the environment, the environment over the defaults', () => {
  const environment = { KB_CONTENT: '/kb', KB_INDEX: '/tmp/kb.db', PORT: '8080', KB_WATCH: 'poll' }
  assert.deepEqual(parseServerOptions([], {}), DEFAULTS)
  assert.deepEqual(parseServerOptions([], { KB_CONTENT: '', KB_INDEX: '', PORT: '' }), DEFAULTS)
  const fromEnvironment = { ...DEFAULTS, contentDir: '/kb', indexFile: '/tmp/kb.db', port: 8080, watch: 'poll' }
  assert.deepEqual(parseServerOptions([], environment), fromEnvironment)
  assert.deepEqual(parseServerOptions(['--content', '/other', '--port=9000'], environment), {
    ...fromEnvironment,
    contentDir: '/other',
    port: 9000,
  })
})

test('"--host" alone means every interface', () => {
  assert.equal(parseServerOptions(['--host', '--port', '80'], {}).host, '0.0.0.0')
  assert.equal(parseServerOptions(['--host'], {}).host, '0.0.0.0')
  assert.equal(parseServerOptions(['--host', '192.0.2.1'], {}).host, '192.0.2.1')
})

test('options, flags and positionals come in any order', () => {
  const args = ['in', '-h', '--out=a b', '--verify', 'more']
  const { values, positionals } = parseOptions(args, ['out', 'verify', 'report', 'help'], { allowPositionals: true })
  assert.deepEqual({ ...values }, { help: true, out: 'a b', verify: true })
  assert.deepEqual(positionals, ['in', 'more'])
})

for (const [args, environment, message] of [
  [['--port', 'abc'], {}, /^Invalid port "abc" in --port\. /],
  [['--port', '0'], {}, /^Invalid port "0" in --port\. /],
  [['--port', '65536'], {}, /^Invalid port "65536" in --port\. /],
  [['--port', '1e3'], {}, /^Invalid port "1e3" in --port\. /],
  [['--port'], {}, /^--port needs a value\. For example: --port 8080\.$/],
  [['--port='], {}, /^--port needs a value\. /],
  [['--content', '--port', '80'], {}, /^--content needs a value\. /],
  [['--help=yes'], {}, /^--help takes no value\. /],
  [[], { PORT: 'x' }, /^Invalid port "x" in PORT\. /],
  [[], { KB_WATCH: 'yes' }, /^Invalid KB_WATCH "yes"\. /],
  [['--bogus'], {}, /^Unknown option "--bogus"\. Available options: --content, --port, --host, --help\.$/],
  [['-x'], {}, /^Unknown option "-x"\. /],
  [['folder'], {}, /^Unknown option "folder"\. /],
  [['--toString'], {}, /^Unknown option "--toString"\. /],
] as const) {
  test(`the arguments [${args.join(' ')}] with ${JSON.stringify(environment)} are refused in two sentences`, () => {
    assert.throws(
      () => parseServerOptions(args, environment),
      (error) => error instanceof CommandError && message.test(error.message) && /\. .+\.$/.test(error.message),
    )
  })
}
