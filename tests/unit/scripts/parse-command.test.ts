import assert from 'node:assert/strict'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { cacheFolder } from '@/scripts/package/cache-folder.mjs'
import { parseCommand } from '@/scripts/package/parse-command.mjs'

for (const [given, name, args, folder] of [
  ['', 'help', '', undefined],
  ['--help', 'help', '', undefined],
  ['-v', 'version', '', undefined],
  ['serve kb --port 80', 'serve', '--content kb --port 80', 'kb'],
  ['serve --port 80 --content kb', 'serve', '--port 80 --content kb', 'kb'],
  ['check --content=kb', 'check', '--content=kb', 'kb'],
  ['serve --port 80', 'serve', '--port 80', 'from-environment'],
  ['serve --help', 'serve', '--help', undefined],
  ['import dump.zip --out kb', 'import', 'dump.zip --out kb', undefined],
] as const) {
  test(`"kb-viewer ${given}" runs ${name} with "${args}"`, () => {
    const parsed = parseCommand(given.split(' ').filter(Boolean), { KB_CONTENT: 'from-environment' })
    assert.equal(parsed.name, name)
    assert.equal(parsed.args.join(' '), args)
    assert.equal(parsed.contentDir, folder && resolve(folder))
  })
}

for (const [given, message] of [
  ['bogus', /^Unknown command "bogus"\. Use serve, .+\.$/],
  ['toString', /^Unknown command "toString"\. /],
  ['export --out copy', /^No folder of articles to export\. Name one, for example: kb-viewer export \.\.\/my-kb\.$/],
  ['serve --content', /^No folder of articles to serve\. /],
] as const) {
  test(`"kb-viewer ${given}" is refused in two sentences`, () => {
    assert.throws(() => parseCommand(given.split(' '), {}), { message })
  })
}

test('an index is kept where the system keeps what can be made anew', () => {
  assert.equal(cacheFolder({ XDG_CACHE_HOME: '/var/tmp' }, 'linux'), resolve('/var/tmp/kb-viewer'))
  assert.equal(cacheFolder({}, 'linux'), join(homedir(), '.cache/kb-viewer'))
  assert.equal(cacheFolder({}, 'darwin'), join(homedir(), 'Library/Caches/kb-viewer'))
  assert.equal(cacheFolder({ LOCALAPPDATA: 'C:/Local' }, 'win32'), join('C:/Local', 'kb-viewer', 'Cache'))
})
