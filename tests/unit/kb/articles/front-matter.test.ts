import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ARTICLE_KINDS } from '@/lib/kb/articles/article-kinds'
import { frontMatterFields, frontMatterSchema } from '@/lib/kb/articles/front-matter'
import { keyOfName } from '@/lib/kb/numbers/article-name'
import { hasKbNumber } from '@/lib/kb/numbers/kb-number'

const REQUIRED = { number: 940006, title: 'A title' }

const TEXT = [
  ['x', 'x'.repeat(2000)],
  ['', '   ', 5, null, ['x'], 'x'.repeat(2001)],
] as const
const TEXTS = [
  [[], ['x', 'y']],
  ['x', [5], [''], null, ['x'.repeat(2001)]],
] as const

/** A field, values that it takes, and values that it refuses. */
const FIELDS: readonly [field: string, taken: readonly unknown[], refused: readonly unknown[]][] = [
  ['number', [1, 9_999_999], [0, -1, 1.5, 10_000_000, '940006', 'KB940006', null, [940006]]],
  [
    'name',
    ['guides/first-steps', 'ADR-0001', 'größe/ä.b_c'],
    [
      '../x/y',
      '/a/b',
      'a//b',
      'a/.b',
      'ab',
      'KB940006',
      '940006',
      'q-940006',
      'unknown',
      'a b',
      'x\\yz',
      5,
      null,
      'x'.repeat(301),
    ],
  ],
  ['title', ['x', '非 ASCII'], ['', '   ', 5, null, ['x'], 'x'.repeat(2001)]],
  ['shortTitle', ['Update Rollup 4'], ['x'.repeat(61), '']],
  ['kind', ARTICLE_KINDS, ['Problem', 'bug', '', null]],
  ['provenance', ['original', 'reconstructed'], ['Original', 'derived', '', null]],
  ['derived', ...TEXTS],
  ['products', [[], ['Exchange Server 2007']], ['Exchange Server 2007', [5], [''], null]],
  ['productGroup', ...TEXT],
  ['productGroups', [{}, { 'used with': ['x'] }], [{ x: 'y' }, ['x'], 'x']],
  ['platforms', ...TEXTS],
  [
    'released',
    ['2007-08-23', '2007-08', '2007', '2008-02-29'],
    ['2007-02-30', '2009-02-29', '2007-13', '23.08.2007', '2007-8-23', '', 2007],
  ],
  ['reviewed', ['2008-01-18'], ['yesterday', '2008-01-18T00:00:00Z']],
  ['revision', ['3.0'], [3, '']],
  ['build', ...TEXT],
  ['version', ...TEXT],
  ['line', ...TEXT],
  ['supersedes', [930809, [930809, 935490], []], ['930809', ['x'], 'unknown', 0]],
  ['supersededBy', [941421, 'unknown'], ['941421', 'Unknown', [941421], 0]],
  ['partlySupersededBy', [[941421]], [941421, 'unknown']],
  ['supersedenceEvidence', ...TEXT],
  ['withdrawn', ...TEXT],
  ['obtain', [937052], ['937052', 'unknown']],
  ['fixes', [[930463], []], [930463, [0], ['930463']]],
  ['fixedIn', ...TEXTS],
  ['bulletins', ...TEXTS],
  ['bugs', ...TEXTS],
  ['aliases', [[115389]], [115389]],
  ['keywords', ...TEXTS],
  ['technology', ...TEXTS],
  ['issueType', ...TEXT],
  ['solutionType', ...TEXT],
  ['hardware', ...TEXTS],
  ['collection', ...TEXT],
  ['queryWords', ['x'.repeat(20_000)], ['x'.repeat(20_001)]],
  [
    'source',
    [{}, { url: 'http://kb.example', captured: '2008-01' }],
    ['http://kb.example', { page: 'x' }, { captured: 'x' }],
  ],
  [
    'sources',
    [[], [{ facts: 'build', url: 'http://kb.example' }]],
    [[{ facts: 'build' }], [{ url: 'x', facts: 'y', z: 1 }], {}],
  ],
]

for (const [field, taken, refused] of FIELDS) {
  test(`${field} takes ${taken.length} good values and refuses ${refused.length} others`, () => {
    for (const value of taken) {
      assert.ok(frontMatterSchema.safeParse({ ...REQUIRED, [field]: value }).success, JSON.stringify(value))
    }
    for (const value of refused) {
      assert.ok(!frontMatterSchema.safeParse({ ...REQUIRED, [field]: value }).success, JSON.stringify(value))
    }
  })
}

test('every field has values that it takes and refuses', () => {
  assert.deepEqual(
    FIELDS.map(([field]) => field),
    Object.keys(frontMatterFields.shape),
  )
})

test('an article without a number is known by its name, and a name beside a number leads to it', () => {
  const named = frontMatterSchema.parse({ name: 'guides/first-steps', title: 'x', supersedes: ['guides/old', 930809] })
  assert.equal(named.number, keyOfName('guides/first-steps'))
  assert.ok(!hasKbNumber(named.number))
  assert.deepEqual(named.supersedes, [keyOfName('guides/old'), 930809])
  const both = frontMatterSchema.parse({ ...REQUIRED, name: 'guides/first-steps', aliases: [115389] })
  assert.equal(both.number, 940006)
  assert.deepEqual(both.aliases, [115389, keyOfName('guides/first-steps')])
})

test('only a title and a number or a name are required', () => {
  assert.ok(frontMatterSchema.safeParse(REQUIRED).success)
  assert.ok(!frontMatterSchema.safeParse({ number: 940006 }).success)
  assert.ok(!frontMatterSchema.safeParse({ title: 'A title' }).success)
})

test('a field that there is not is refused, whatever its name', () => {
  for (const field of ['Title', 'tags', 'constructor', 'toString', '']) {
    assert.ok(!frontMatterSchema.safeParse({ ...REQUIRED, [field]: 'x' }).success, field)
  }
  assert.ok(!frontMatterSchema.safeParse(JSON.parse('{"number":1,"title":"x","__proto__":{}}')).success, '__proto__')
})

test('every field, also those within a field, has a sentence that ends in a full stop', () => {
  const shapes = [
    frontMatterFields.shape,
    frontMatterFields.shape.source.unwrap().shape,
    frontMatterFields.shape.sources.unwrap().element.shape,
  ]
  for (const [field, schema] of shapes.flatMap((shape) => Object.entries(shape))) {
    assert.match(schema.description ?? '', /^[A-Z].*\.$/s, field)
  }
})
