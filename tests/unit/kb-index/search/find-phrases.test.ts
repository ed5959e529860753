import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { findPhrases } from '@/lib/kb-index/search/phrases/find-phrases'
import { searchIndexOf } from '@/lib/kb-index/search/search-index'
import { IndexWriter } from '@/lib/kb-index/write/index-writer'
import { seededRandom } from '@/tests/support/random'
import { indexPath, openSampleIndex, putFiles } from '@/tests/support/sample-index'

const WORDS = ['to', 'be', 'or', 'not', 'the', 'file', 'files', 'found', "user's", 'x']
/** Any of these may stand between words; each keeps a phrase together. */
const GAPS = [' ', ', ', '. ', '\n', ' (', '-']

test('a phrase is found in exactly the articles that have it, after any change of the index', async (context) => {
  const random = seededRandom(24)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const makeText = (length: number) => Array.from({ length }, () => pick(WORDS) + pick(GAPS)).join('')
  const articles = new Map<number, { title: string; body: string }>()
  const write = async (writer: IndexWriter, numbers: readonly number[]) => {
    for (const number of numbers) {
      const article = { title: `Title ${makeText(3).replace(/[^a-z']+/g, ' ')}`, body: `Body ${makeText(60)}` }
      articles.set(number, article)
      putFiles(writer, { [`${number}.md`]: `number: ${number}\ntitle: "${article.title}"\n\n${article.body}` })
    }
    await writer.finish()
  }
  const file = indexPath(context)
  await write(
    IndexWriter.build(file),
    Array.from({ length: 40 }, (_, place) => place + 1),
  )
  for (let round = 0; round < 4; round++) {
    const index = openIndex(file)
    const search = searchIndexOf(index)
    for (let at = 0; at < 60; at++) {
      const phrase = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(WORDS)).join(' ')
      const [found = []] = findPhrases(search, [phrase])
      const expected = [...articles].filter(([, { title, body }]) => has(title, phrase) || has(body, phrase))
      assert.deepEqual(
        search.numbersOf(found).sort((a, b) => a - b),
        expected.map(([number]) => number).sort((a, b) => a - b),
        phrase,
      )
    }
    closeDatabase(index)
    const writer = IndexWriter.update(file)
    for (const number of [5 + round, 30 + round]) {
      writer.removeFile(`${number}.md`)
      articles.delete(number)
    }
    await write(writer, [1 + round, 20, 100 + round])
  }
})

function has(text: string, phrase: string): boolean {
  const toWords = (written: string) =>
    ` ${
      written
        .toLowerCase()
        .replaceAll("'s", '')
        .match(/[a-z]+/g)
        ?.join(' ') ?? ''
    } `
  return toWords(text).includes(toWords(phrase))
}

test('a phrase filters, is exact, and excludes completely; a phrase that nothing has is said', async (context) => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, place) => [
      `${place}.md`,
      `number: ${place + 1}\ntitle: Article ${place}\n\n${place % 2 ? 'Open the registry editor.' : 'The editor of the registry; registry editors.'}`,
    ]),
  )
  const index = await openSampleIndex(context, files)
  const find = (q: string) => searchArticles(index, parseSearchQuery({ q }))
  assert.equal((await find('"registry editor"')).itemCount, 200)
  assert.equal((await find('"Registry-Editor" -"open the"')).isPartialMatch, true)
  assert.equal((await find('editor -"registry editor"')).itemCount, 200)
  assert.equal((await find('"of the"')).itemCount, 200)
  assert.equal((await find(`"${'editor '.repeat(40)}"`)).isPartialMatch, true)
})
