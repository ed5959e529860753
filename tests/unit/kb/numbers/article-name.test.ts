import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseArticleAddress, parseArticlePath } from '@/lib/kb/numbers/article-address'
import { isArticleName, keyOfName } from '@/lib/kb/numbers/article-name'
import {
  formatKbNumber,
  formatNamedKey,
  hasKbNumber,
  isKbNumber,
  parseKbNumber,
  parseNamedKey,
} from '@/lib/kb/numbers/kb-number'
import { articleOfUrl, articleUrl } from '@/lib/urls'

const NAME = 'windows-server/identity/what-is-dfsr'

test('the key of a name can be computed by anybody', () => {
  const hash = createHash('sha256').update(NAME).digest().readUInt32BE(0)
  assert.equal(keyOfName(NAME), 10_000_000 + (hash % 2_137_483_648))
})

test('every name has a key that is no KB number, is shown without KB, and is found by its URL', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const key = keyOfName(name)
      assert.ok(!isKbNumber(key) && !hasKbNumber(key) && key <= 2 ** 31 - 1)
      assert.equal(parseNamedKey(formatNamedKey(key)), key)
      assert.equal(articleOfUrl(articleUrl(key)), key)
      assert.equal(articleOfUrl(`${articleUrl(key)}#cause`), key)
      assert.equal(parseArticleAddress(articleUrl(key)), key)
      assert.equal(parseArticleAddress(formatKbNumber(key)), key)
      assert.doesNotMatch(formatKbNumber(key), /KB/)
      // No spelling of a number leads to a key.
      assert.equal(parseKbNumber(String(key)), undefined)
      assert.equal(articleOfUrl(`/kb/${key}`), undefined)
    }),
  )
})

test('the address by name leads to the same article', () => {
  const read = (path: string) => parseArticlePath(path, new URLSearchParams())
  assert.equal(read(`/article/${NAME}`), keyOfName(NAME))
  assert.equal(read(`/article/${NAME}.md`), keyOfName(NAME))
  assert.equal(read(`/article/${NAME}/`), keyOfName(NAME))
  assert.equal(read(articleUrl(keyOfName(NAME))), keyOfName(NAME))
  for (const path of ['/article/', '/article/..%2Fetc', '/a/', '/a/1', '/a/zzzzzz', '/a/zik0zj/x', '/article/%'])
    assert.equal(read(path), undefined, path)
  assert.equal(read('/kb/KB940006'), 940006)
})

test('a path at which the vendor publishes an article leads to the article of that name, in any language and case', () => {
  const key = keyOfName('server/identity/a-fault')
  for (const path of ['/troubleshoot/server/identity/a-fault', '/en-us/troubleshoot/Server/identity/A-Fault/']) {
    assert.equal(parseArticlePath(path, new URLSearchParams()), key, path)
    assert.equal(parseArticleAddress(`https://learn.microsoft.com${path}`), key, path)
  }
  for (const path of ['/troubleshoot', '/troubleshoot/', '/troubleshoot/../x', '/en-us/azure/a-fault'])
    assert.equal(parseArticlePath(path, new URLSearchParams()), undefined, path)
})

test('names are paths that stay inside a folder', () => {
  for (const name of [NAME, 'ADR-0001', 'a/b.c', 'größe/x']) assert.ok(isArticleName(name), name)
  for (const name of [
    '..',
    '../a',
    'a/../b',
    'a/..',
    '/abc',
    'abc/',
    'a\\bc',
    '.hidden',
    'a/.git/b',
    'KB940006',
    '4321',
    'unknown',
    '',
  ])
    assert.ok(!isArticleName(name), name)
})
