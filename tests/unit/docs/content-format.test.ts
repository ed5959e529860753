import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { parseArticle } from '@/lib/content/read-article'
import { ARTICLE_KINDS } from '@/lib/kb/articles/article-kinds'
import { frontMatterFields } from '@/lib/kb/articles/front-matter'
import { siteFileSchema } from '@/lib/kb/site-file'
import { seriesFileSchema } from '@/lib/kb/updates/series'
import { renderArticle } from '@/lib/markdown/render-article'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { indexPath } from '@/tests/support/sample-index'

const manual = readFileSync(join(fileURLToPath(new URL('../../..', import.meta.url)), 'docs/content-format.md'), 'utf8')

const { source, sources } = frontMatterFields.shape
const FIELDS = Object.entries({
  ...frontMatterFields.shape,
  ...withPrefix('source', source.unwrap().shape),
  ...withPrefix('sources', sources.unwrap().element.shape),
})

const rows = new Map(
  [...manual.matchAll(/^\| `([\w.]+)` \| (.+?) \| `(.+?)` \| (.+) \|$/gm)].map(
    ([, field = '', type, example, sentence]) => [field, { type, example: example ?? '', sentence }],
  ),
)

test('the manual has a row for every field of the front matter, in the order of the schema, and for no other', () => {
  assert.deepEqual(
    [...rows.keys()],
    FIELDS.map(([field]) => field),
  )
})

for (const [field, schema] of FIELDS) {
  test(`the manual says of ${field} what the schema says, with an example that the schema takes`, () => {
    const row = rows.get(field)
    assert.ok(row, `docs/content-format.md has no row for ${field}.`)
    assert.equal(row.sentence, schema.description)
    const value: unknown = parse(row.example, { schema: 'core' })
    const checked = frontMatterFields.safeParse({ number: 1, title: 'x', ...Object(value) })
    assert.ok(checked.success, checked.error?.message)
    assert.equal(Object.keys(Object(value)).join(), field.split('.')[0])
    assert.equal(row.type?.includes('required'), !schema.safeParse(undefined).success)
  })
}

test('the manual says of each part of a series file and a site file what the schema says', () => {
  const stated = [...manual.matchAll(/^\| `([\w.]+)` \| ([^|`]+(?:`[^`]+`[^|`]*)*) \|$/gm)].map(
    ([, part, sentence]) => [part, sentence],
  )
  const { product, series, sources } = seriesFileSchema.shape
  const { home, navigation, sources: siteSources, frontMatter, products } = siteFileSchema.shape
  const { release, ...parts } = series.element.shape
  const described = Object.entries({
    product,
    series,
    ...withPrefix('series', { line: parts.line, shortName: parts.shortName, follows: parts.follows, release }),
    ...withPrefix('series.release', release.shape),
    ...withPrefix('series', { lastUpdate: parts.lastUpdate }),
    sources,
    ...withPrefix('sources', sources.unwrap().element.shape),
  })
  const site = Object.entries({
    ...siteFileSchema.shape,
    ...withPrefix('home', home.unwrap().shape),
    ...withPrefix('navigation', navigation.unwrap().element.shape),
    ...withPrefix('sources', siteSources.unwrap().element.shape),
    ...withPrefix('frontMatter', frontMatter.unwrap().shape),
    ...withPrefix('products', products.unwrap().element.shape),
  })
  assert.deepEqual(
    stated,
    [...described, ...site].map(([part, { description }]) => [part, description]),
  )
})

test('the manual names every kind of article', () => {
  for (const kind of ARTICLE_KINDS) assert.ok(rows.get('kind')?.type?.includes(`\`${kind}\``), kind)
})

test('the example of the manual is served without a problem', async (context) => {
  const example = /^````markdown\n([\s\S]*?)^````$/m.exec(manual)?.[1] ?? ''
  const contentDir = makeFolder(context, { 'example.md': example })
  const report = await updateIndex({ contentDir, indexFile: indexPath(context) })
  assert.deepEqual([report.articleCount, report.problems], [1, []])
  const { body, frontMatter } = parseArticle(example, 'example.md')
  const { tree, headings } = renderArticle(body, { self: frontMatter.number, resolve: () => undefined })
  assert.equal(headings.length, 2)
  const made = JSON.stringify(tree)
  for (const part of ['"dataList":"references"', '"dataAlert":"note"', '"dataEvent"', '"dataKb":"900001"']) {
    assert.ok(made.includes(part), part)
  }
})

function withPrefix<Schema>(prefix: string, shape: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(shape).map(([field, schema]) => [`${prefix}.${field}`, schema]))
}
