import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'
import type { LinkTarget } from '@/lib/markdown/rehype-link-states'
import { renderArticle } from '@/lib/markdown/render-article'
import { assertExpected, assertExpectedJson } from '@/tests/support/golden'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { treeToHtml } from '@/tests/support/tree-to-html'

const folder = fileURLToPath(new URL('../../fixtures/markdown', import.meta.url))
/** The number of the article that each input is the body of. */
const SELF = kbNumberOf(940006)
/** What the collection of all inputs holds. */
const COLLECTION: ReadonlyMap<number, LinkTarget> = new Map([
  [930463, { title: 'You receive NDR messages', state: 'no-replacement-known' }],
  [935490, { title: 'Update "2" <of> many', state: 'superseded' }],
  [941421, { title: 'Update Rollup 5', state: 'latest' }],
])

for (const name of readdirSync(folder)) {
  test(`fixtures/markdown/${name}`, () => {
    const body = readFileSync(join(folder, name, 'input.md'), 'utf8')
    const { tree, headings } = renderArticle(body, { self: SELF, resolve: (number) => COLLECTION.get(number) })
    const facts = { headings, ...extractArticleFacts(body, SELF) }
    assertExpected(join(folder, name, 'output.html'), `${treeToHtml(tree).trim()}\n`)
    assertExpectedJson(join(folder, name, 'facts.json'), facts)
  })
}
