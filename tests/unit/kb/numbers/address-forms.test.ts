import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { parseArticleAddress, parseArticlePath, parseKbLink } from '@/lib/kb/numbers/article-address'
import { resolveUrl } from '@/lib/rooms'
import { holdsFor } from '@/tests/support/holds'
import { listPastes, listPaths } from '@/tests/support/links/address-forms'
import { openSampleIndex } from '@/tests/support/sample-index'

const index = await openSampleIndex({ after }, { 'a.md': 'number: 940006\ntitle: Fix\n\nText.' })
const number = fc.oneof(
  fc.integer({ min: 10_000, max: 999_999 }),
  fc.integer({ min: 1, max: 9_999_999 }),
  fc.constantFrom(1, 9999, 10_000, 99_999, 100_000, 999_999, 1_000_000, 9_999_999),
)
const REAL_LINKS = readFileSync(new URL('../../../fixtures/links/real-links.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))

/** Asks for a URL of this site as the proxy does. */
function follow(address: string) {
  return resolveUrl(index, new URL(`https://viewer.example${address}`))
}

test('every path by which an article was known leads to it in one redirect', () => {
  holdsFor(
    number,
    (wanted) => {
      for (const path of listPaths(wanted)) {
        const canonical = `/kb/${wanted}`
        const destination = follow(path)
        if (path === canonical) assert.equal('redirect' in destination, false)
        else assert.deepEqual(destination, { redirect: canonical }, path)
        const shown = follow(canonical)
        assert.equal('isLost' in shown && shown.isLost, wanted !== 940_006)
      }
    },
    150,
  )
})

test('every text by which readers mean an article is understood', () => {
  holdsFor(
    number,
    (wanted) => {
      for (const text of listPastes(wanted)) assert.equal(parseArticleAddress(text), wanted, text)
    },
    150,
  )
})

test('no request is redirected to another site, or twice', () => {
  const piece = fc.constantFrom(
    ...'/ // \\ %2f %5c %5C%5C : @ ? # . .. kb help topic products signatures updates default.aspx other.example'.split(
      ' ',
    ),
    ...'http: https:// https://other.example/ //other.example http%3A%2F%2Fother.example en-us 940006 Q156091 kb940006'.split(
      ' ',
    ),
    ...'kbid= scid=kb;en-us; url= & ;  %00 %0d%0a %25 %252f é . 0x80070643 support.microsoft.com'.split(' '),
  )
  const path = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 9 })
    .map((pieces) => `/${pieces.join('')}`)
  let redirects = 0
  holdsFor(
    path,
    (address) => {
      const destination = follow(address)
      if (!('redirect' in destination)) return
      redirects++
      const location = new URL(destination.redirect, 'https://viewer.example')
      assert.equal(location.origin, 'https://viewer.example', address)
      assert.match(destination.redirect, /^\/(?![/\\])/)
      assert.equal('redirect' in follow(location.pathname + location.search), false, address)
    },
    20_000,
  )
  assert.ok(redirects > 1000, `only ${redirects} redirects were seen`)
})

for (const [article, address = '', source] of REAL_LINKS) {
  test(`${address}, from ${source}, means ${article}`, () => {
    const wanted = article === '-' ? undefined : Number(article)
    assert.equal(parseKbLink(address), wanted)
    assert.equal(parseArticleAddress(address), wanted)
    const { hostname, pathname, search, searchParams } = new URL(address)
    // Behind the name of a support site, this viewer answers the same links.
    if (/microsoft\.com$/.test(hostname))
      assert.equal(parseArticlePath(pathname, searchParams), wanted, pathname + search)
  })
}

test('links of all kinds are in the frozen list', () => {
  assert.ok(REAL_LINKS.length >= 60)
  assert.ok(REAL_LINKS.filter(([article]) => article === '-').length >= 15)
})
