import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { parse } from 'yaml'
import { frontMatterSchema } from '@/lib/kb/articles/front-matter'

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url))
const articles = readShippedArticles()
const byNumber = new Map(articles.map((article) => [Number(article.frontMatter.number), article]))

const LINES = [
  { line: 'Exchange Server 2007 RTM update rollups', names: rollupNames(7), first: 930809, last: 953469 },
  { line: 'Exchange Server 2007 SP1 update rollups', names: rollupNames(10), first: 945684, last: 981407 },
  { line: 'Exchange Server 2007 SP2 update rollups', names: rollupNames(5), first: 971534, last: 2407132 },
  {
    line: 'Exchange Server 2007 SP3 update rollups',
    // The table of builds lists Update Rollup 3 in its second version only, and Update Rollup 8 in three.
    names: rollupNames(23).flatMap((name) =>
      name.endsWith(' 8') ? [name, `${name} v2`, `${name} v3`] : name.endsWith(' 3') ? [`${name} v2`] : [name],
    ),
    first: 2279665,
    last: 4011325,
  },
]

test('content/ holds 62 articles, each in a file that is named after its number', () => {
  assert.equal(articles.length, 62)
  assert.equal(byNumber.size, 62)
  for (const { path, frontMatter } of articles) assert.equal(basename(path), `kb${frontMatter.number}.md`)
})

for (const { line, names, first, last } of LINES) {
  test(`${line}: ${names.length} rollups replace each other in order, and no link leaves the line`, () => {
    const chain = followSupersedence(first)
    assert.deepEqual(
      chain.map((article) => article.frontMatter.shortTitle),
      names,
    )
    assert.equal(chain.at(-1)?.frontMatter.number, last)
    assert.deepEqual(new Set(chain), new Set(articles.filter((article) => article.frontMatter.line === line)))
    assertAscending(chain.map((article) => buildRank(article.frontMatter.build)))
    assertAscending(chain.map((article) => article.frontMatter.released ?? ''))
  })
}

test('every rollup states its release, build and sources, and the reason for its successor', () => {
  const rollups = articles.filter((article) => article.frontMatter.kind === 'update-rollup')
  assert.equal(rollups.length, 47)
  for (const { path, frontMatter } of rollups) {
    assert.ok(frontMatter.released && frontMatter.build && frontMatter.line && frontMatter.sources, path)
    assert.equal(frontMatter.supersedenceEvidence !== undefined, frontMatter.supersededBy !== undefined, path)
    if (frontMatter.obtain) assert.ok(byNumber.has(frontMatter.obtain), path)
  }
})

test('a list of fixes in the front matter is the list in the body', () => {
  for (const { path, frontMatter, tree } of articles) {
    const linked = new Set(listLinks(tree).map((link) => link.number))
    for (const fix of frontMatter.fixes ?? []) assert.ok(linked.has(fix), `${path} does not list ${fix}`)
  }
})

test('an item of a reference list has the same title as the article that it names', () => {
  for (const { path, tree } of articles) {
    for (const { number, title } of listLinks(tree)) {
      const target = byNumber.get(number)
      if (target && title) assert.equal(title, target.frontMatter.title, `${path} cites ${number}`)
    }
  }
})

test('headings start at level two and skip no level, bodies hold no raw HTML and keep a paragraph on one line', () => {
  for (const { path, tree } of articles) {
    let depth = 1
    visit(tree, (node) => {
      assert.notEqual(node.type, 'html', path)
      if (node.type === 'heading') {
        assert.ok(node.depth >= 2 && node.depth <= depth + 1, `${path}: "${plainText(node)}"`)
        depth = node.depth
      }
      if (node.type === 'text') assert.doesNotMatch(node.value.replace(/^\[!\w+\]\n/, ''), /\n/, path)
    })
  }
})

test('a link to an article shows the number that it leads to', () => {
  for (const { path, tree } of articles) {
    visit(tree, 'link', (link) => {
      const number = /^\/kb\/([1-9]\d*)$/.exec(link.url)?.[1]
      assert.ok(number, `${path} links to ${link.url}`)
      assert.equal(plainText(link).replace(/^KB/, ''), number, path)
    })
  }
})

test('KB940006 lists eleven fixes, and each has its article', () => {
  const { frontMatter } = shippedArticle(940006)
  assert.equal(frontMatter.fixes?.length, 11)
  for (const fix of frontMatter.fixes ?? []) assert.equal(byNumber.get(fix)?.frontMatter.kind, 'problem', String(fix))
})

test('KB940006 has three event-log entries with their hex data broken at the offsets', () => {
  const events: { id: string | undefined; offsets: string[] }[] = []
  visit(shippedArticle(940006).tree, 'code', (code) => {
    assert.equal(code.lang, 'event')
    const [fields = '', data = ''] = code.value.split('\nData:\n')
    for (const field of fields.split('\n')) assert.match(field, /^(Type|Source|Category|Event ID|Description): \S/)
    for (const row of data.split('\n')) assert.match(row, /^[0-9a-f]{4}:(?: [0-9a-f]{2}){1,8}( \S.*)?$/)
    events.push({
      id: /^Event ID: (\d+)$/m.exec(fields)?.[1],
      offsets: data.split('\n').map((row) => row.slice(0, 4)),
    })
  })
  const offsets = (count: number) => Array.from({ length: count }, (_, row) => (row * 8).toString(16).padStart(4, '0'))
  assert.deepEqual(events, [
    { id: '11306', offsets: offsets(5) },
    { id: '1023', offsets: offsets(11) },
    { id: '11729', offsets: offsets(5) },
  ])
})

test('KB940006 has every word of the page that it was made from, in the order of the page', () => {
  const page = readFileSync(join(projectRoot, 'tests/fixtures/seed/kb940006.txt'), 'utf8')
    .replace(/^Back to the top$/gm, '')
    .replace(/\(http:\/\/support\.microsoft\.com\/kb\/\d+\/(?:LN\/)?\)/g, '')
    .replace(/[|•]/g, ' ')
  assert.deepEqual(plainText(shippedArticle(940006).tree).match(/\S+/g), page.match(/\S+/g))
})

function readShippedArticles() {
  const folder = join(projectRoot, 'content')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
  return paths.sort().map((path) => {
    const [, yaml, body] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(readFileSync(join(folder, path), 'utf8')) ?? []
    assert.ok(yaml && body, `${path} has no front matter.`)
    const checked = frontMatterSchema.safeParse(parse(yaml))
    assert.ok(checked.success, `${path}: ${checked.error?.message}`)
    const tree = unified().use(remarkParse).use(remarkGfm).parse(body)
    return { path, frontMatter: checked.data, tree }
  })
}

function shippedArticle(number: number) {
  const article = byNumber.get(number)
  assert.ok(article, `content/ has no article ${number}.`)
  return article
}

function rollupNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `Update Rollup ${index + 1}`)
}

function followSupersedence(first: number) {
  const chain = [shippedArticle(first)]
  for (let next = chain[0]?.frontMatter.supersededBy; next !== undefined; ) {
    assert.ok(next !== 'unknown' && chain.length <= articles.length, `the chain from ${first} has no end`)
    const article = shippedArticle(next)
    chain.push(article)
    next = article.frontMatter.supersededBy
  }
  return chain
}

function buildRank(build: string | undefined): string {
  return (build ?? '').replace(/\d+/g, (digits) => digits.padStart(4, '0'))
}

function assertAscending(values: string[]): void {
  assert.deepEqual(values, [...values].sort())
}

/** The items that begin with a link to an article, with the title that follows the number. */
function listLinks(tree: Root) {
  const links: { number: number; title: string }[] = []
  visit(tree, 'listItem', (item) => {
    const [, number, title] = /^(\d+)(?: (.*))?$/s.exec(plainText(item).trim()) ?? []
    if (number) links.push({ number: Number(number), title: title ?? '' })
  })
  return links
}

/** The text of a tree with blocks on lines of their own; an alert begins with its word as the page prints it. */
function plainText(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value.replace(/^\[!NOTE\]\n/, 'Note ')
  if (!('children' in node)) return ''
  const separator = node.type === 'root' || node.type === 'list' || node.type === 'blockquote' ? '\n' : ''
  return node.children.map(plainText).join(separator)
}
