import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Nodes, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parse } from 'yaml'
import { parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { bodyToMarkdown, recordToMarkdown } from '@/lib/legacy-import/shared/record-to-markdown'

/** Pieces that mean something in Markdown, HTML or a template, and words to put between them. */
const PIECES = [
  '<servername>',
  '<script>',
  '</b>',
  '#include',
  '#',
  '*',
  '**',
  '_',
  '__export',
  '|',
  '`',
  '```',
  '{{ x }}',
  '{% raw %}',
  '\\\\server\\share',
  'c:\\*.*',
  '&amp;',
  '&lt;',
  '[x]',
  '[ ]',
  '[a](b)',
  '![i](j)',
  '[^1]',
  '[!NOTE]',
  '~',
  '~~',
  '$x$',
  '1.',
  '1)',
  '12.',
  '-',
  '+',
  '=',
  '===',
  '---',
  '>',
  ':',
  '!',
  'word',
  'Word',
  'two words',
  '"quoted"',
  '(c)',
  'a_b_c',
  '<!-- c -->',
  '\\',
  '%%I',
  "it's",
]

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

/** Numbers that look random and are the same on every machine. */
function* numbers(): Generator<number, never> {
  let state = 12345
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648
    yield state
  }
}

test('what is written reads as the same tree, whatever the text', () => {
  const random = numbers()
  const next = (limit: number): number => Math.floor(random.next().value / 65536) % limit
  const text = (): string =>
    Array.from({ length: 1 + next(6) }, () => PIECES[next(PIECES.length)])
      .join(' ')
      .trim()
  const paragraph = (): RootContent => ({ type: 'paragraph', children: [{ type: 'text', value: text() }] })
  for (let round = 0; round < 400; round++) {
    const tree: Root = {
      type: 'root',
      children: [
        { type: 'heading', depth: 2, children: [{ type: 'text', value: `Heading ${text()} end` }] },
        {
          type: 'paragraph',
          children: [{ type: 'text', value: text() }, { type: 'break' }, { type: 'text', value: text() }],
        },
        {
          type: 'list',
          ordered: round % 2 === 0,
          start: round % 2 === 0 ? 3 : null,
          spread: false,
          children: [
            {
              type: 'listItem',
              spread: false,
              checked: null,
              children: [{ type: 'paragraph', children: [{ type: 'text', value: text() }] }],
            },
            {
              type: 'listItem',
              spread: false,
              checked: null,
              children: [{ type: 'paragraph', children: [{ type: 'text', value: text() }] }],
            },
          ],
        },
        { type: 'blockquote', children: [{ type: 'paragraph', children: [{ type: 'text', value: text() }] }] },
        { type: 'code', lang: null, value: `${text()}\n${text()}` },
        {
          type: 'table',
          align: [null, null],
          children: [0, 1].map(() => ({
            type: 'tableRow' as const,
            children: [0, 1].map(() => ({
              type: 'tableCell' as const,
              children: [{ type: 'text' as const, value: text() }],
            })),
          })),
        },
        paragraph(),
      ],
    }
    const markdown = bodyToMarkdown(tree)
    assert.deepEqual(shape(read(markdown)), shape(tree), markdown)
  }
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
  assert.deepEqual(parse(yaml), { ...frontMatter, products: [] })
  assert.deepEqual(
    [...yaml.matchAll(/^(\w+):/gm)].map(([, key]) => key),
    ['number', 'title', 'products', 'productGroups', 'reviewed', 'version', 'keywords', 'source'],
  )
  assert.match(yaml, /^reviewed: 2001-08-09$/m)
  assert.match(yaml, /^version: "4.0"$/m)
})
