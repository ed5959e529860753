import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { parse } from 'yaml'
import { convertLegacyFile } from '@/lib/legacy-import/convert-legacy-file'
import { bodyToMarkdown } from '@/lib/legacy-import/shared/record-to-markdown'
import { valuesOf } from '@/tests/support/values-of'

const seed = readFileSync(new URL('../../fixtures/seed/kb940006.txt', import.meta.url))
const written = readFileSync(new URL('../../../content/exchange-2007/rtm/kb940006.md', import.meta.url), 'utf8')

test('the seed page imports to the body that content/ holds, section for section', () => {
  const { articles, format } = convertLegacyFile({ bytes: seed, file: 'kb940006.txt' })
  const [article] = articles
  assert.ok(article)
  assert.equal(format?.name, 'page-text')
  assert.deepEqual(treeOf(bodyToMarkdown(article.record.tree)), treeOf(bodyOf(written)))
})

test('the seed page states its number, what it fixes and that it was replaced; it has no title and no date', () => {
  const { articles, problems } = convertLegacyFile({ bytes: seed, file: 'page-of-another-name.txt' })
  const { title, reviewed, number, fixes, supersededBy, supersedenceEvidence } = articles[0]?.record.frontMatter ?? {}
  const known: unknown = parse(written.split('\n---\n')[0]?.slice(4) ?? '')
  assert.ok(typeof known === 'object' && known !== null && 'fixes' in known && 'number' in known)
  assert.deepEqual(fixes, known.fixes)
  assert.equal(number, known.number)
  assert.equal(supersededBy, 'unknown')
  assert.equal(
    supersedenceEvidence,
    'Update Rollup 4 for Exchange Server 2007 has been replaced by a later update rollup.',
  )
  assert.equal(title, 'KB940006')
  assert.equal(reviewed, undefined)
  assert.deepEqual(valuesOf(problems, 'kind'), ['no-title'])
})

function bodyOf(markdown: string): string {
  return markdown.slice(markdown.indexOf('\n---\n', 4) + 5)
}

function treeOf(markdown: string): Root {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  visit(tree, (node) => {
    delete node.position
  })
  return tree
}
