import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isLost, ROOMS, resolveUrl } from '@/lib/rooms'
import { openSampleIndex } from '@/tests/support/sample-index'

const ARTICLE = `number: 940006
aliases: [115389]
title: Fix
products: [Mail Server 5]
line: Mail Server 5 updates

The service stops with error 0x80070643. This problem was first corrected in Windows NT 4.0 Service Pack 4.`

const SAME_NUMBER = `number: 940006
title: An older text`

const index = await openSampleIndex({ after }, { 'a.md': ARTICLE, 'b/1.md': SAME_NUMBER, 'b/2.md': SAME_NUMBER })

const KNOWN = [
  '/products/mail-server-5',
  '/releases/windows-nt-4-0-service-pack-4',
  '/signatures/0x80070643',
  '/texts/940006',
  '/texts/940006-2',
  '/updates/mail-server-5-updates',
  '/updates/compare',
]

test('each room knows the names that the collection has, and no other', () => {
  for (const path of KNOWN) assert.equal(isLost(index, path), false, path)
  for (const room of ROOMS.keys()) {
    assert.equal(isLost(index, `/${room}`), false, room)
    for (const name of ['none', '', '%00', '%', 'constructor', '1', '940006-3', '940006-02', '0940006']) {
      assert.equal(isLost(index, `/${room}/${name}`), true, `/${room}/${name}`)
    }
  }
})

test('a path outside of every room is not judged', () => {
  for (const path of ['/', '', '/search', '/no/such/page', '/constructor/name', '/__proto__/name']) {
    assert.equal(isLost(index, path), false, path)
  }
})

/** Where each URL leads: to a page, to the page for what is missing, or to another URL. */
const DESTINATIONS: Readonly<Record<string, string>> = {
  '/': 'page',
  '/search?q=940006&page=2': 'page',
  '/no/such/page': 'page',
  '/kb/940006': 'page',
  '/kb/940007': 'missing',
  '/kb/0': 'missing',
  '/kb/99999999999': 'missing',
  '/kb/abc': 'missing',
  '/kb/940006x': 'missing',
  '/kb/%00': 'missing',
  '/kb/KB940006': '/kb/940006',
  '/kb/q0940006/': '/kb/940006',
  '/kb/940006/en-us': '/kb/940006',
  '/kb/940006?x=1': '/kb/940006',
  '/kb/940006?q=service+stops&kind=hotfix&page=2': 'page',
  '/kb/940006?q=': '/kb/940006',
  '/kb/940006?q=+&kind=hotfix': '/kb/940006',
  '/kb/940006?q=error&x=1&q=again': '/kb/940006?q=error',
  '/kb/KB940006?q=error': '/kb/940006?q=error',
  '/kb/940007?q=error': 'missing',
  '/atlas/940000': 'page',
  '/atlas/940001': 'missing',
  '/kb/115389': '/kb/940006',
  '/kb/KB940007': '/kb/940007',
  '/kb/940006//other.example/': '/kb/940006/other.example',
  '//products///mail-server-5': '/products/mail-server-5',
  '/products/%2Fmail-server-5': '/products/mail-server-5',
  '/%5Cother.example': '/other.example',
  '/940006': '/kb/940006',
  '/404': 'page',
  '/kb/940006.md': 'markdown',
  '/kb/KB115389.md': '/kb/940006.md',
  '/kb/940007.md': '/kb/940007',
  '/Q940006.md': '/kb/940006',
  '/help/940006': '/kb/940006',
  '/?kbid=940006': '/kb/940006',
  '/default.aspx?scid=kb;en-us;115389': '/kb/940006',
  '/support/kb/articles/Q940/0/06.asp': '/kb/940006',
  '/search/?q=a+b': '/search?q=a+b',
  '/products/': '/products',
  '/products/mail-server-5//?page=2': '/products/mail-server-5?page=2',
  '//other.example/': '/other.example',
  '/products/none': 'missing',
  '/releases/windows-nt-4-0-service-pack-4': 'page',
  '/updates/compare?from=1&to=2': 'page',
  '/signatures': 'page',
  '/signatures/0x80070643': 'page',
  '/signatures/0X80070643?page=2': '/signatures/0x80070643?page=2',
  '/signatures/80070643': '/signatures/0x80070643',
  '/signatures/-2147023293': '/signatures/0x80070643',
  '/signatures/ERROR_INSTALL_FAILURE': '/signatures/error-1603',
  '/signatures/MAPI32.DLL': '/signatures/mapi32.dll',
  '/signatures/event-1': 'missing',
  '/signatures/Event%20ID%201023': '/signatures/event-1023',
  '/signatures/0x80070644': 'missing',
  '/signatures/%E0%A4%A': 'missing',
}

for (const [address, expected] of Object.entries(DESTINATIONS)) {
  test(`${address} leads to ${expected}`, () => {
    const [pathname = '', query] = address.split(/(?=\?)/)
    const search = query ?? ''
    const destination = resolveUrl(index, { pathname, search, searchParams: new URLSearchParams(search) })
    const shown =
      'redirect' in destination
        ? destination.redirect
        : destination.isLost
          ? 'missing'
          : destination.isMarkdown
            ? 'markdown'
            : 'page'
    assert.equal(shown, expected)
    // One redirect is enough: the URL that it leads to is canonical.
    if ('redirect' in destination) {
      const next = new URL(destination.redirect, 'http://viewer')
      assert.equal('redirect' in resolveUrl(index, next), false)
    }
  })
}
