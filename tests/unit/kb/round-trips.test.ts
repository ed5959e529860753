import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatPasteHeader, parsePasteHeader } from '@/lib/http/pasted-text'
import { ARTICLE_KINDS } from '@/lib/kb/articles/article-kinds'
import { compareBuildNumbers, formatBuildNumber, parseBuildNumber } from '@/lib/kb/numbers/build-number'
import { formatKbNumber, isKbNumber, parseKbNumber, parseNamedNumber } from '@/lib/kb/numbers/kb-number'
import { parseLegacyUrl } from '@/lib/kb/numbers/legacy-url'
import { slugOf } from '@/lib/kb/numbers/slug'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { findSignatures } from '@/lib/kb/signatures/find-signatures'
import { parseSignature, parseSignatureSegment } from '@/lib/kb/signatures/parse-signature'
import { orderLine } from '@/lib/kb/updates/order-line'
import { decodePostings, PostingList } from '@/lib/kb-index/search/posting-list'
import { articleUrl, searchUrl, signatureUrl } from '@/lib/urls'
import { holdsFor } from '@/tests/support/holds'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { valuesOf } from '@/tests/support/values-of'

const kbNumber = fc.integer({ min: 1, max: 9_999_999 }).map(kbNumberOf)
const build = fc.array(fc.nat(99_999), { minLength: 2, maxLength: 4 })
/** Words, marks of the search language, and anything else. */
const typed = fc
  .array(
    fc.constantFrom(
      ...'mailbox|"|“|-|:|(|kind:|state:|product:|year:|number:|hotfix|2004|é|日|Q156091|\\|%|&'.split('|'),
      ' ',
    ),
  )
  .map((pieces) => pieces.join(''))

test('a KB number is read back from every spelling of it', () => {
  const spelling = fc.constantFrom(
    '#',
    'KB#',
    'kb #',
    'KB-#',
    'Q#',
    'q0#',
    ' (KB#) ',
    'Article ID: Q#',
    'PSS ID Number: #',
  )
  holdsFor(fc.tuple(kbNumber, spelling), ([number, text]) => {
    assert.equal(parseKbNumber(text.replace('#', String(number))), number)
  })
  holdsFor(kbNumber, (number) => {
    assert.equal(parseKbNumber(formatKbNumber(number)), number)
    assert.equal(parseLegacyUrl(`http://support.microsoft.com${articleUrl(number)}`), number)
    if (number > 9999) assert.equal(parseNamedNumber(`before ${formatKbNumber(number)}, after`), number)
  })
  holdsFor(fc.string({ unit: 'binary' }), (text) => {
    const number = parseKbNumber(text)
    assert.ok(number === undefined || isKbNumber(number))
  })
})

test('a build is read back from what is shown, and builds have one order', () => {
  holdsFor(build, (parts) => assert.deepEqual(parseBuildNumber(formatBuildNumber(parts)), parts))
  holdsFor(fc.tuple(build, build, build), ([one, two, three]) => {
    assert.equal(Math.sign(compareBuildNumbers(one, two)), -Math.sign(compareBuildNumbers(two, one)) + 0)
    const [low = one, middle = two, high = three] = [one, two, three].sort(compareBuildNumbers)
    assert.ok(compareBuildNumbers(low, middle) <= 0 && compareBuildNumbers(low, high) <= 0)
  })
})

test('a search is read back from its address', () => {
  const parameters = fc.record({
    q: typed,
    kind: fc.option(fc.constantFrom(...ARTICLE_KINDS), { nil: undefined }),
    state: fc.constantFrom(undefined, 'no-replacement-known', 'superseded', 'latest'),
    product: fc.constantFrom(undefined, 'mail-server-5'),
    year: fc.constantFrom(undefined, '2004', '1999'),
    page: fc.constantFrom(undefined, '1', '2', '50', '51', '-1'),
    verbatim: fc.constantFrom(undefined, '1', '2'),
    list: fc.constantFrom(undefined, '1'),
  })
  holdsFor(
    parameters,
    (given) => {
      const query = parseSearchQuery(given)
      const address = new URL(searchUrl(query), 'http://viewer')
      assert.deepEqual(parseSearchQuery(Object.fromEntries(address.searchParams)), query)
    },
    2000,
  )
})

test('a signature is read back from its id, its label and its address', () => {
  const text = fc.oneof(
    fc.integer({ min: 0x80000001, max: 0xfffffffe }).map((value) => `0x${value.toString(16)}`),
    fc.integer({ min: 1, max: 65_535 }).map((value) => `Event ID: ${value}`),
    fc.integer({ min: 1, max: 65_535 }).map((value) => `Event ID: ${value}, source MsiInstaller`),
    fc.nat(0xffff).map((value) => `stop 0x${value.toString(16)}`),
    build.map((parts) => `anchor.dll ${formatBuildNumber(parts)}`),
  )
  holdsFor(text, (written) => {
    for (const { id, label } of findSignatures(written)) {
      assert.equal(parseSignature(id)?.id, id)
      assert.equal(parseSignature(label)?.id, id)
      assert.equal(parseSignatureSegment(signatureUrl(id).replace('/signatures/', ''))?.id, id)
    }
  })
})

test('a pasted text, a slug and a list of articles come back as they were', () => {
  holdsFor(fc.string({ unit: 'grapheme' }), (text) => assert.equal(parsePasteHeader(formatPasteHeader(text)), text))
  holdsFor(fc.string({ unit: 'grapheme' }), (name) => assert.equal(slugOf(slugOf(name)), slugOf(name)))
  const posting = fc.tuple(fc.integer({ min: 0, max: 2 ** 31 - 2 }), fc.nat(255))
  holdsFor(fc.uniqueArray(posting, { selector: ([ordinal]) => ordinal }), (entries) => {
    const list = new PostingList()
    const sorted = entries.sort(([a], [b]) => a - b)
    for (const [ordinal, impact] of sorted) list.add(ordinal, impact)
    const { ordinals, impacts } = decodePostings(list.toBytes(), sorted.length)
    assert.deepEqual(
      [...ordinals].map((ordinal, index) => [ordinal, impacts[index]]),
      sorted,
    )
  })
})

test('a line has one order, whatever order its updates come in, and what is replaced is before what replaces it', () => {
  const update = fc.record({ number: kbNumber, released: fc.constantFrom(undefined, '2004', '2004-05', '2005-01-01') })
  const updates = fc.uniqueArray(update, { selector: ({ number }) => number, minLength: 1, maxLength: 12 })
  holdsFor(fc.tuple(updates, fc.array(fc.nat(11), { maxLength: 12 })), ([line, links]) => {
    // Links lead forward only, so that there is no cycle.
    const successors = new Map(
      links.flatMap((to, from) => {
        const [older, newer] = [line[from], line[to]]
        return older && newer && to > from ? [[older.number, newer.number] as const] : []
      }),
    )
    const ordered = orderLine(line, successors).map(({ number }) => number)
    assert.deepEqual(valuesOf(orderLine(line.toReversed(), successors), 'number'), ordered)
    assert.deepEqual(new Set(ordered), new Set(line.map(({ number }) => number)))
    for (const [older, newer] of successors) assert.ok(ordered.indexOf(older) < ordered.indexOf(newer))
  })
})
