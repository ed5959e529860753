import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'
import type { LinkTarget } from '@/lib/markdown/rehype-link-states'
import { renderArticle } from '@/lib/markdown/render-article'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { treeToHtml } from '@/tests/support/tree-to-html'

const folder = fileURLToPath(new URL('../../fixtures/markdown', import.meta.url))
/** The number of the article that each input is the body of. */
const SELF = kbNumberOf(940006)
/** What the collection of all inputs holds. */
const COLLECTION: ReadonlyMap<number, LinkTarget> = new Map([
  [930463, { title: 'You receive NDR messages', state: 'current' }],
  [935490, { title: 'Update "2" <of> many', state: 'superseded' }],
  [941421, { title: 'Update Rollup 5', state: 'latest' }],
])

for (const name of readdirSync(folder)) {
  test(`fixtures/markdown/${name}`, () => {
    const body = readFileSync(join(folder, name, 'input.md'), 'utf8')
    const { tree, headings } = renderArticle(body, { self: SELF, resolve: (number) => COLLECTION.get(number) })
    const facts = { headings, ...extractArticleFacts(body, SELF) }
    assertExpected(join(folder, name, 'output.html'), `${treeToHtml(tree).trim()}\n`)
    assertExpected(join(folder, name, 'facts.json'), `${JSON.stringify(facts, undefined, 2)}\n`)
  })
}

/** `UPDATE=1` writes what was found as the expectation. Read the difference before it is committed. */
function assertExpected(file: string, found: string): void {
  if (process.env.UPDATE === '1') writeFileSync(file, found)
  assert.ok(existsSync(file), `${file} is missing. Make it with UPDATE=1, and read it.`)
  assert.equal(found, readFileSync(file, 'utf8'))
}
