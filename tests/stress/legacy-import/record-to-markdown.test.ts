import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Nodes, Paragraph, Root, RootContent, TableRow, Text } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parse } from 'yaml'
import { parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { bodyToMarkdown, recordToMarkdown } from '@/lib/legacy-import/shared/record-to-markdown'
import { holdsFor } from '@/tests/support/holds'
import { piecesOf } from '@/tests/support/pieces'

/** Pieces that mean something in Markdown, HTML or a template, and words to put between them. */
const PIECES = [
  `<servername>¦<script>¦</b>¦#include¦#¦*¦**¦_¦__export¦|¦\`¦\`\`\`¦{{ x }}¦{% raw %}¦\\\\server\\share¦c:\\*.*`,
  `&amp;¦&lt;¦[x]¦[ ]¦[a](b)¦![i](j)¦[^1]¦[!NOTE]¦~¦~~¦$x$¦1.¦1)¦12.¦-¦+¦=¦===¦---¦>¦:¦!¦word¦Word¦two words`,
  `"quoted"¦(c)¦a_b_c¦<!-- c -->¦\\¦%%I¦it's`,
].flatMap(piecesOf)

function read(markdown: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown)
}

/** The tree without places, with neighbouring texts joined. */
function shape(node: Nodes): unknown {
  if (!('children' in node)) return { type: node.type, value: 'value' in node ? node.value : undefined }
  const children: unknown[] = []
  for (const child of node.children as RootContent[]) {
    const last = children.at(-1)
    if (child.type === 'text' && typeof last === 'string') children[children.length - 1] = last + child.value
    else children.push(child.type === 'text' ? child.value : shape(child))
  }
  return {
    type: node.type,
    url: 'url' in node ? node.url : undefined,
    depth: 'depth' in node ? node.depth : undefined,
    children,
  }
}

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
  .map((pieces): Text => ({ type: 'text', value: pieces.join(' ') }))
const paragraph = text.map((words): Paragraph => ({ type: 'paragraph', children: [words] }))
const broken = fc
  .tuple(text, text)
  .map(([above, below]): Paragraph => ({ type: 'paragraph', children: [above, { type: 'break' }, below] }))
const heading = text.map(
  ({ value }): RootContent => ({
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value: `Heading ${value} end` }],
  }),
)
const list = fc.tuple(fc.boolean(), paragraph, paragraph).map(([ordered, ...paragraphs]): RootContent => {
  const children = paragraphs.map((item) => ({
    type: 'listItem' as const,
    spread: false,
    checked: null,
    children: [item],
  }))
  return { type: 'list', ordered, start: ordered ? 3 : null, spread: false, children }
})
const quotation = paragraph.map((words): RootContent => ({ type: 'blockquote', children: [words] }))
const code = fc.tuple(text, text).map((lines): RootContent => {
  return { type: 'code', lang: null, value: lines.map(({ value }) => value).join('\n') }
})
const row = fc.tuple(text, text).map((words): TableRow => {
  return { type: 'tableRow', children: words.map((cell) => ({ type: 'tableCell', children: [cell] })) }
})
const table = fc.tuple(row, row).map((children): RootContent => ({ type: 'table', align: [null, null], children }))

test('what is written reads as the same tree, whatever the text', () => {
  holdsFor(
    fc.tuple(heading, broken, list, quotation, code, table, paragraph),
    (children) => {
      const tree: Root = { type: 'root', children }
      const markdown = bodyToMarkdown(tree)
      assert.deepEqual(shape(read(markdown)), shape(tree), markdown)
    },
    400,
  )
})

test('an alert keeps its marker bare', () => {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'blockquote', children: [{ type: 'paragraph', children: [{ type: 'text', value: '[!NOTE]\n# text' }] }] },
    ],
  }
  assert.equal(bodyToMarkdown(tree), '> [!NOTE]\n> \\# text\n')
  assert.deepEqual(shape(read(bodyToMarkdown(tree))), shape(tree))
})

test('front matter stands in the order of the schema and reads as what was written', () => {
  const frontMatter = {
    version: '4.0',
    title: '*Tricky*: "a" # b [c] \\ {{d}}',
    number: parseKbNumber('Q174932'),
    keywords: ['no', 'kbfix', '1:30', '0x10', '', 'null', "it's", '- x'],
    reviewed: '2001-08-09',
    productGroups: { 'The C Library (CRT), used with': ['Studio'] },
    source: { file: 'txt/174/Q174932.TXT', sha256: '12e4' },
  }
  const markdown = recordToMarkdown({ frontMatter, tree: { type: 'root', children: [] } })
  const yaml = markdown.slice(4, markdown.indexOf('\n---\n'))
  assert.deepEqual(parse(yaml), { ...frontMatter, products: [], provenance: 'original' })
  assert.deepEqual(
    [...yaml.matchAll(/^(\w+):/gm)].map(([, key]) => key),
    ['number', 'title', 'provenance', 'products', 'productGroups', 'reviewed', 'version', 'keywords', 'source'],
  )
  assert.match(yaml, /^reviewed: 2001-08-09$/m)
  assert.match(yaml, /^version: "4.0"$/m)
})
