import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parseProductQuery } from '@/lib/kb/search/search-query'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import {
  findProducts,
  getBrowsedSlug,
  getMainFamily,
  getProduct,
  hasProduct,
  listProducts,
  listProductsOf,
} from '@/lib/kb-index/read/products'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { dumpIndex, indexPath, openSampleIndex, type SampleFiles } from '@/tests/support/sample-index'

const ARTICLES: SampleFiles = {
  '1.md': article(1, 'Microsoft Windows NT Server version 3.51'),
  '2.md': article(2, 'Microsoft Windows NT Server versions 3.5, 3.51'),
  '3.md': article(3, 'Microsoft Windows NT Workstation version 4.0'),
  '4.md': article(4, 'Zoomit VIA, version 2.1'),
  '5.md': `number: 5\ntitle: Five\nproductGroup: DELETE ME\n\nText.`,
}
const RULES = `products:
  - { name: DELETE ME, hidden: true }
  - { name: "Zoomit VIA, version 2.1", shownAs: Metadirectory }
`

const index = await openSampleIndex({ after }, ARTICLES)

test('an article counts once for its family, and for each version that it names', () => {
  assert.deepEqual(
    listProducts(index).families.map(({ name, articleCount }) => [name, articleCount]),
    [
      ['Windows NT', 3],
      ['Zoomit VIA', 1],
    ],
  )
  const versions = getProduct(index, 'windows-nt')?.versions.map(({ name, articleCount }) => [name, articleCount])
  assert.deepEqual(versions, [
    ['Windows NT Server 3.5', 1],
    ['Windows NT Server 3.51', 2],
    ['Windows NT Workstation 4.0', 1],
  ])
  assert.equal(getProduct(index, 'windows-nt-server-3-51')?.family?.name, 'Windows NT')
  assert.equal(getMainFamily(index, kbNumberOf(2))?.slug, 'windows-nt')
})

test('the page of a product is a search in it, with its own counts', async () => {
  const found = async (slug: string, q = '') => {
    const { items, facets } = await searchArticles(index, parseProductQuery(slug, { q }))
    const chosen = facets.products.find(({ value }) => value === slug)
    return [items.map(({ article: { number } }) => number), chosen?.label, chosen?.count]
  }
  assert.deepEqual(await found('windows-nt'), [[1, 2, 3], 'Windows NT', 3])
  assert.deepEqual(await found('windows-nt-server-3-51'), [[1, 2], 'Windows NT Server 3.51', 2])
  assert.deepEqual(await found('windows-nt', 'title2'), [[2], 'Windows NT', 1])
  assert.deepEqual(await found('delete-me'), [[5], 'DELETE ME', 1])
})

test('the URL of a name leads to its one version, or else to its family', () => {
  const leadsTo = {
    'microsoft-windows-nt-server-version-3-51': 'windows-nt-server-3-51',
    'microsoft-windows-nt-server-versions-3-5-3-51': 'windows-nt',
    'windows-nt': 'windows-nt',
    'delete-me': 'delete-me',
    none: 'none',
    __proto__: '__proto__',
  }
  for (const [slug, browsed] of Object.entries(leadsTo)) assert.equal(getBrowsedSlug(index, slug), browsed, slug)
  assert.deepEqual(
    listProductsOf(index, kbNumberOf(1)).map(({ name, slug }) => [name, slug]),
    [['Microsoft Windows NT Server version 3.51', 'windows-nt-server-3-51']],
  )
  assert.equal(hasProduct(index, '__proto__'), false)
})

test('products are found by all words of their names', () => {
  const names = (text: string) => findProducts(index, text).map(({ name }) => name)
  assert.deepEqual(names('nt server'), ['Windows NT Server 3.51', 'Windows NT Server 3.5'])
  assert.deepEqual(names('WINDOWS nt 4'), ['Windows NT Workstation 4.0'])
  assert.deepEqual(names('%'), [])
})

test('a products file renames and hides, now and after a rebuild, until it goes', async (context) => {
  const contentDir = makeFolder(context, mapToFiles(ARTICLES))
  const indexFile = indexPath(context)
  const read = async () => {
    assert.deepEqual((await updateIndex({ contentDir, indexFile })).problems, [])
    const database = openIndex(indexFile)
    try {
      const { families, groups } = listProducts(database)
      return { names: [...families, ...groups].map(({ name }) => name), dump: dumpIndex(database) }
    } finally {
      closeDatabase(database)
    }
  }
  assert.deepEqual((await read()).names, ['Windows NT', 'Zoomit VIA', 'DELETE ME'])
  writeFileSync(join(contentDir, 'site.yaml'), RULES)
  const { names, dump } = await read()
  assert.deepEqual(names, ['Metadirectory', 'Windows NT'])
  rmSync(indexFile)
  assert.deepEqual((await read()).dump, dump)
  writeFileSync(
    join(contentDir, '6.md'),
    mapToFiles({ '6.md': article(6, 'Microsoft Proxy Server version 1.0') })['6.md'] ?? '',
  )
  rmSync(join(contentDir, '1.md'))
  const changed = await read()
  assert.deepEqual(changed.names, ['Metadirectory', 'Proxy Server', 'Windows NT'])
  rmSync(indexFile)
  assert.deepEqual((await read()).dump, changed.dump)
  rmSync(join(contentDir, 'site.yaml'))
  assert.deepEqual((await read()).names, ['Proxy Server', 'Windows NT', 'Zoomit VIA', 'DELETE ME'])
})

test('a site file that says nothing of a name is reported with its line', async (context) => {
  const contentDir = makeFolder(context, { ...mapToFiles(ARTICLES), 'site.yaml': 'products:\n  - { name: x }\n' })
  const { problems } = await updateIndex({ contentDir, indexFile: indexPath(context) })
  assert.match(
    String(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)),
    /^site\.yaml:2 .*neither renamed nor hidden/,
  )
})

function article(number: number, product: string): string {
  return `number: ${number}\ntitle: Title${number}\nproducts: ["${product}"]\n\nText.`
}

function mapToFiles(files: SampleFiles): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, `---\n${text.replace('\n\n', '\n---\n\n')}`]),
  )
}
