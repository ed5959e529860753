import assert from 'node:assert/strict'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readArticleSync } from '@/lib/content/read-article'
import { readSiteFileSync, SITE_FILE } from '@/lib/content/read-site-file'
import { ArticleError } from '@/lib/kb/articles/errors'
import { parseArticlePath } from '@/lib/kb/numbers/article-address'
import { formatKbNumber, parseKbNumber, parseNamedNumber } from '@/lib/kb/numbers/kb-number'
import { setNumberPrefix } from '@/lib/kb/numbers/number-prefix'
import { parseNumberPrefix } from '@/lib/kb/search/number-prefix'
import { siteFileSchema } from '@/lib/kb/site-file'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { assertExpectedJson } from '@/tests/support/golden'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { indexPath } from '@/tests/support/sample-index'

const FIXTURES = 'tests/fixtures/foreign'
after(() => setNumberPrefix(undefined))

for (const name of readdirSync(FIXTURES).filter((name) => !name.includes('.'))) {
  test(`${name} are read as their site file says`, () => {
    const folder = join(FIXTURES, name)
    const { prefix, frontMatter } = readSiteFileSync(folder, SITE_FILE).settings
    setNumberPrefix(prefix)
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
    const found = paths.sort().map((path) => {
      try {
        const { article } = readArticleSync(folder, path, frontMatter)
        const { number } = article.frontMatter
        const { links } = extractArticleFacts(article.body, number)
        const { fieldLines, bodyLine, body } = article
        const cited = links.map(({ target }) => formatKbNumber(target))
        return { path, shown: formatKbNumber(number), ...article.frontMatter, fieldLines, bodyLine, body, cited }
      } catch (error) {
        if (!(error instanceof ArticleError)) throw error
        return { path, problems: error.problems.map(({ line, message }) => ({ line, message })) }
      }
    })
    assertExpectedJson(join(FIXTURES, `${name}.json`), found)
  })
}

test('numbers with the prefix of a site are read as people type them, and shown as it wants them', () => {
  setNumberPrefix('EIP-')
  const number = kbNumberOf(1559)
  assert.equal(formatKbNumber(number), 'EIP-1559')
  for (const typed of ['EIP-1559', 'eip 1559', 'EIP1559', '(eip-01559)', '1559', 'KB1559', 'EIP #1559'])
    assert.equal(parseKbNumber(typed), number, typed)
  for (const path of ['/kb/EIP-1559', '/EIP-1559', '/kb/eip1559.md', '/eip-1559.html', '/kb/EIP%201559', '/kb/1559'])
    assert.equal(parseArticlePath(path, new URLSearchParams()), number, path)
  assert.equal(parseNamedNumber('what does EIP-1559 change?'), number)
  assert.equal(parseNamedNumber('WEIP-1559'), undefined)
  assert.equal(parseNumberPrefix('eip-155'), '155')
  setNumberPrefix(undefined)
  assert.equal(formatKbNumber(number), 'KB1559')
  for (const typed of ['EIP-1559', 'EIP1559']) assert.equal(parseKbNumber(typed), undefined, typed)
})

test('a changed way of reading reads everything again, and while the site file is broken the last one holds', async (context) => {
  context.after(() => setNumberPrefix(undefined))
  const contentDir = makeFolder(context, {
    'site.yaml': 'frontMatter: { fileName: "#-*" }\n',
    '0001-first.md': '# First\n\nText.\n',
    '0002-second.md': '# Second\n\nText.\n',
  })
  const options = { contentDir, indexFile: indexPath(context) }
  const run = async (site?: string) => {
    if (site !== undefined) makeSite(contentDir, site)
    const { articleCount, problems } = await updateIndex(options)
    return [articleCount, problems.map(({ file }) => file)]
  }
  assert.deepEqual(await run(), [2, []])
  assert.deepEqual(await run('frontMatter: [\n'), [2, ['site.yaml']])
  assert.deepEqual(await run('name: x\n'), [0, ['0001-first.md', '0002-second.md']])
  assert.deepEqual(await run('prefix: ADR-\nframe: 1\n'), [0, ['0001-first.md', '0002-second.md', 'site.yaml']])
  assert.deepEqual(await run('prefix: ADR-\nfrontMatter: { fileName: "#-*" }\n'), [2, []])
})

test('a first heading stands once if it only repeats the title', () => {
  const bodyOf = (heading: string) => {
    const folder = makeFolder({ after }, { 'a.md': `---\nnumber: 7\ntitle: Use \`UTF-8\`\n---\n${heading}\n\nText.\n` })
    const { article } = readArticleSync(folder, 'a.md')
    return [article.body.trim(), article.bodyLine]
  }
  assert.deepEqual(bodyOf('# Use UTF-8'), ['Text.', 6])
  assert.deepEqual(bodyOf('Use **UTF-8**\n==='), ['Text.', 7])
  assert.deepEqual(bodyOf('# 7. Use UTF-8 #'), ['Text.', 6])
  assert.deepEqual(bodyOf('# Use UTF-16'), ['# Use UTF-16\n\nText.', 5])
  assert.deepEqual(bodyOf('## Use UTF-8'), ['## Use UTF-8\n\nText.', 5])
})

for (const [part, value] of [
  ['prefix', 'E1'],
  ['prefix', 'EIP--'],
  ['prefix', '<b>'],
  ['frontMatter', { fileName: 'eip' }],
  ['frontMatter', { fileName: '#-#' }],
  ['frontMatter', { fileName: '*#*x*' }],
  ['frontMatter', { fields: { body: 'text' } }],
] as const) {
  test(`a site file with ${part} ${JSON.stringify(value)} is refused`, () => {
    assert.equal(siteFileSchema.safeParse({ [part]: value }).success, false)
  })
}

function makeSite(contentDir: string, text: string): void {
  writeFileSync(join(contentDir, SITE_FILE), text)
}
