import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { getAtlas, getNumberRange, hasNumberRange } from '@/lib/kb-index/read/atlas'
import { manyFiles, openSampleIndex } from '@/tests/support/sample-index'

const article = (number: number, more: string) => `number: ${number}\ntitle: T\n${more}\n\nText.`

const index = await openSampleIndex(
  { after },
  {
    'a.md': article(
      1500,
      'products: ["Microsoft Mail for Windows, version 3.0", "Microsoft Mail for Windows, versions 3.0, 3.2"]\nreviewed: 1999-01-01\nkind: problem',
    ),
    'b.md': article(1600, 'products: [Microsoft Word 97]\nreleased: "2001"\nkind: problem'),
    'c.md': article(200000, 'products: [Microsoft Word 97]\nkind: how-to'),
  },
)

test('each article counts once in the cell of its family and year, and those without a date are counted apart', () => {
  const { years, totals, rows, undatedCount, kinds } = getAtlas(index)
  assert.deepEqual(years, [1999, 2001])
  assert.deepEqual(
    rows.map(({ product, counts }) => [product.name, product.articleCount, ...counts]),
    [
      ['Word', 2, 0, 1],
      ['Mail', 1, 1, 0],
    ],
  )
  assert.deepEqual([totals, undatedCount], [[1, 1], 1])
  assert.deepEqual(kinds, [
    { kind: 'problem', count: 2 },
    { kind: 'how-to', count: 1 },
  ])
})

test('a range of numbers lists its articles, and any other has none', () => {
  assert.deepEqual(getAtlas(index).ranges, [
    { from: 1000, to: 1999, count: 2 },
    { from: 200000, to: 200999, count: 1 },
  ])
  const numbers = getNumberRange(index, '1000', 99)?.articles.items.map(({ number }) => number)
  assert.deepEqual(numbers, [1500, 1600])
  for (const name of ['1001', '-1000', 'NaN', '99999999999', '1e3', '01000', '', '__proto__']) {
    assert.equal(hasNumberRange(index, name), false, name)
  }
  assert.equal(hasNumberRange(index, '1000'), true)
})

test('however many numbers and years there are, the atlas has few ranges and columns', async (context) => {
  const many = await openSampleIndex(
    context,
    manyFiles(120, (place) => article((place + 1) * 5000, `products: [P${place}]\nreviewed: ${1900 + place}-01-01`)),
  )
  const { years, rows, ranges } = getAtlas(many)
  assert.deepEqual([years.length, years.at(-1), rows.length, ranges.length], [40, 2019, 24, 7])
})
