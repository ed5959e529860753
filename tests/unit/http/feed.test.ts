import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import { atomFeed } from '@/lib/http/feed'
import { MAX_SITEMAP_PART, sitemapIndex, sitemapPart } from '@/lib/http/sitemap'
import { listChanges, MAX_CHANGES } from '@/lib/kb-index/read/lists/changes'
import { listPart, listPartDates } from '@/lib/kb-index/read/lists/sitemap-parts'
import { manyFiles, openSampleIndex } from '@/tests/support/sample-index'

const ORIGIN = 'https://kb.example'
const index = await openSampleIndex(
  { after },
  {
    'one.md': 'number: 940006\ntitle: Rollup <4> & "more"\nreleased: 2007-08-23\nline: A\nproducts: [Mail 5]\n\nText.',
    'two.md':
      'number: 953469\ntitle: Rollup 5\nreleased: 2008-07\nsupersedes: 940006\nline: A\nproducts: [Mail 5]\n\nText.',
    'three.md': 'number: 100000\ntitle: Another\nreviewed: "1999"\nproducts: [Web 1]\n\nText.',
    'four.md': 'number: 100001\ntitle: Without a date\n\nText.',
  },
)

function feedOf(scope?: Parameters<typeof listChanges>[1]): XmlElement {
  const text = atomFeed({
    origin: ORIGIN,
    title: 'New & replaced',
    author: 'The site',
    path: '/feed.xml',
    page: '/',
    changes: listChanges(index, scope),
    modified: new Date(0),
  })
  const { root } = parseXml(text)
  assert.ok(root)
  return root
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child.type === 'element' && 'name' in child && child.name === name,
  )
}

/** What RFC 4287 requires of a feed and of an entry. */
function assertAtom(root: XmlElement): void {
  assert.equal(root.name, 'feed')
  assert.equal(root.attributes.xmlns, 'http://www.w3.org/2005/Atom')
  const entries = childrenOf(root, 'entry')
  for (const element of [root, ...entries]) {
    for (const name of ['id', 'title', 'updated']) {
      const [only, ...others] = childrenOf(element, name)
      assert.ok(only && only.text.trim() !== '' && others.length === 0, name)
    }
    assert.match(childrenOf(element, 'updated')[0]?.text ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/)
    for (const { attributes } of childrenOf(element, 'link'))
      assert.equal(new URL(attributes.href ?? '').origin, ORIGIN)
  }
  assert.equal(childrenOf(childrenOf(root, 'author')[0] ?? root, 'name').length, 1)
  assert.ok(childrenOf(root, 'link').some(({ attributes }) => attributes.rel === 'self'))
  const ids = entries.map((entry) => childrenOf(entry, 'id')[0]?.text)
  assert.equal(new Set(ids).size, ids.length)
}

test('a feed is Atom, newest first, with what is new and what was replaced', () => {
  const root = feedOf()
  assertAtom(root)
  assert.deepEqual(
    childrenOf(root, 'entry').map((entry) => childrenOf(entry, 'title')[0]?.text),
    [
      'KB940006 has been replaced by KB953469',
      'KB953469: Rollup 5',
      'KB940006: Rollup <4> & "more"',
      'KB100000: Another',
    ],
  )
  assert.equal(childrenOf(root, 'updated')[0]?.text, '2008-07-01T00:00:00Z')
})

test('a feed of a product or a series has only its articles, and may be empty', () => {
  const titles = (scope: Parameters<typeof listChanges>[1]) => {
    const root = feedOf(scope)
    assertAtom(root)
    return childrenOf(root, 'entry').length
  }
  assert.equal(titles({ product: 'web-1' }), 1)
  assert.equal(titles({ line: 'a' }), 3)
  assert.equal(titles({ line: 'none' }), 0)
})

test('a feed has a bound', async (t) => {
  const many = await openSampleIndex(
    t,
    manyFiles(MAX_CHANGES + 20, (place) => `number: ${1000 + place}\ntitle: T\nreleased: "2000"\n\nText.`),
  )
  assert.equal(listChanges(many).length, MAX_CHANGES)
})

test('a sitemap has every article once in parts, with the dates of the parts', async (t) => {
  const size = 3
  const many = await openSampleIndex(
    t,
    manyFiles(
      8,
      (place) => `number: ${1000 + place}\ntitle: T${place < 4 ? `\nreviewed: "200${place}"` : ''}\n\nText.`,
    ),
  )
  assert.deepEqual(listPartDates(many, size), ['2002', '2003', undefined])
  const parts = [0, 1, 2, 3].map((part) => listPart(many, part, size).map(({ number }) => Number(number)))
  assert.deepEqual(parts, [[1000, 1001, 1002], [1003, 1004, 1005], [1006, 1007], []])
  assert.ok(MAX_SITEMAP_PART < 50_000)
})

test('the parts of a sitemap are well-formed, and what is in an address is escaped', () => {
  const entries = [
    { url: `${ORIGIN}/kb/1?a=1&b=<"'>`, modified: '2008-01-18' },
    { url: `${ORIGIN}/kb/2` },
    { url: `${ORIGIN}/kb/3`, modified: '2008-01' },
    { url: `${ORIGIN}/kb/4`, modified: '2008' },
  ]
  for (const [build, root, item] of [
    [sitemapPart, 'urlset', 'url'],
    [sitemapIndex, 'sitemapindex', 'sitemap'],
  ] as const) {
    const parsed = parseXml(build(entries)).root
    assert.ok(parsed)
    assert.equal(parsed.name, root)
    assert.equal(parsed.attributes.xmlns, 'http://www.sitemaps.org/schemas/sitemap/0.9')
    const items = childrenOf(parsed, item)
    assert.deepEqual(
      items.map((one) => childrenOf(one, 'loc')[0]?.text),
      entries.map(({ url }) => url),
    )
    // The schema of the protocol takes whole dates only.
    assert.deepEqual(
      items.map((one) => childrenOf(one, 'lastmod')[0]?.text),
      ['2008-01-18', undefined, undefined, undefined],
    )
  }
})
