import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { copyAddress, relativeLink } from '@/lib/export/page-file'

const fileOf = (href: string) => {
  const target = copyAddress(href)
  return target && target.file + target.suffix
}

test('an address of the site becomes a file of the copy', () => {
  const files = {
    '/': 'index.html',
    '/kb/940006': 'kb/940006.html',
    '/kb/940006?q=owa&page=2#cause': 'kb/940006.html#cause',
    '/a/zik0zj': 'a/zik0zj.html',
    '/updates/exchange-server-2007-sp1-update-rollups': 'updates/exchange-server-2007-sp1-update-rollups.html',
    '/atlas/940000?page=3': 'atlas/940000~page-3.html',
    '/wanted?page=1': 'wanted.html',
    '/signatures?kind=event&page=2': 'signatures~kind-event~page-2.html',
    '/signatures/0x80070643?page=2&q=x': 'signatures/0x80070643~page-2.html',
    '/signatures/error--4001': 'signatures/error--4001.html',
    '/products/exchange-server-2007': 'products/exchange-server-2007.html',
    '/products/exchange-server-2007?kind=problem&page=2':
      'search.html?product=exchange-server-2007&kind=problem&page=2',
    '/search?q=outlook+web#result-1': 'search.html?q=outlook+web#result-1',
    '/_next/static/chunks/ab.css': 'assets/ab.css',
    '/assets/site-1234abcd.js': 'assets/site.js',
    '/favicon.ico': 'assets/favicon.ico',
  }
  assert.deepEqual(Object.keys(files).map(fileOf), Object.values(files))
})

test('what needs the server is not in a copy', () => {
  const addresses = `/check /resolve /api /api/v1/articles/940006 /changes /changes/940006?from=2007-01-01 /wanted?product=x /wanted.csv
    /updates/compare?from=1&to=2 /kb/940006.md /feed.xml /products/x/feed.xml /share/940006.png/x /nothing https://example.com/kb/1
    //example.com/ mailto:a@example.com javascript:alert(1)`
  for (const address of addresses.split(/\s+/)) assert.equal(fileOf(address), undefined, address)
})

test('file names suit every file system', () => {
  assert.equal(fileOf('/signatures/aux.dll'), 'signatures/~aux.dll.html')
  assert.equal(fileOf('/signatures/com1'), 'signatures/~com1.html')
  assert.equal(fileOf('/signatures/Ab%3A%2Fc'), 'signatures/ab~3a~2fc.html')
  assert.equal(fileOf('/signatures/..%2F..%2Fetc'), 'signatures/~2e.~2f..~2fetc.html')
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 300 }), (id) => {
      const file = copyAddress(`/signatures/${encodeURIComponent(id)}`)?.file
      if (file === undefined) return
      assert.match(file, /^signatures\/(?!\.)[a-z0-9._~-]{1,130}\.html$/)
    }),
  )
})

test('a link is relative, and leads from one file to the other', () => {
  assert.equal(relativeLink('kb/1.html', { file: 'kb/2.html', suffix: '#a' }), '2.html#a')
  assert.equal(relativeLink('kb/1.html', { file: 'index.html', suffix: '' }), '../index.html')
  assert.equal(relativeLink('index.html', { file: 'kb/2.html', suffix: '' }), 'kb/2.html')
  assert.equal(relativeLink('kb/1.html', { file: 'kb/1.html', suffix: '#a' }), '#a')
  const file = fc.constantFrom(
    'index.html',
    'search.html',
    'kb/1.html',
    'kb/2.html',
    'signatures/~aux.html',
    'assets/a.css',
  )
  fc.assert(
    fc.property(file, file, (from, to) => {
      const url = new URL(relativeLink(from, { file: to, suffix: '' }), `file:///copy/${from}`)
      assert.equal(decodeURIComponent(url.pathname), `/copy/${to}`)
    }),
  )
})
