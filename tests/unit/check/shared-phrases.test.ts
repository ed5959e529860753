import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PastePhrases } from '@/lib/check/shared-phrases'

const RARITIES = new Map([
  ['anchor', 9],
  ['service', 2],
  ['moor', 4],
  ['2013', 9],
  ['12', 9],
])
const compare = (paste: string, article: string) => new PastePhrases(paste, RARITIES).compare(article)

test('the share of phrases is that of three words in a row, whatever stands between them', () => {
  const paste = 'The anchor service cannot moor'
  assert.equal(compare(paste, 'Now: the anchor\nservice cannot moor!').share, 1)
  assert.equal(compare(paste, 'the anchor service can moor').share, 1 / 3)
  assert.equal(compare(paste, 'moor cannot service anchor the').share, 0)
  assert.equal(compare('two words', 'two words').share, 0)
})

test('the best row tells as much as its words are rare, each up to a bound and once', () => {
  const article = 'First. The anchor service cannot moor, the anchor broke.'
  const { best } = compare('the anchor service cannot moor the anchor', article)
  assert.equal(best?.weight, 5 + 2 + 4)
  assert.equal(article.slice(best?.start, best?.end), 'The anchor service cannot moor, the anchor')
})

test('one or two words that differ do not end a row', () => {
  const article = 'the anchor service of SRV01 cannot moor'
  const { best } = compare('the anchor service cannot moor', article)
  assert.equal(article.slice(best?.start, best?.end), article)
  assert.equal(compare('the anchor service x y z cannot moor', article).best, undefined)
})

test('three words are no row, and short numbers tell next to nothing', () => {
  assert.equal(compare('the anchor service', 'the anchor service').best, undefined)
  assert.equal(compare('at 12 of 2013 in', 'at 12 of 2013 in').best?.weight, 1 + 3)
})

test('a row of names is no row: of products, services, keys of the registry', () => {
  const rare = new Map(['amd', 'pcnet', 'family', 'ethernet', 'adapter'].map((word) => [word, 4]))
  const find = (paste: string) =>
    new PastePhrases(paste, rare).compare('The AMD PCNET family ethernet adapter fails.').best
  assert.equal(find('0x2 AMD PCNET Family Ethernet Adapter'), undefined)
  assert.equal(find('the AMD PCNET family ethernet adapter')?.weight, 5 * 4)
})
