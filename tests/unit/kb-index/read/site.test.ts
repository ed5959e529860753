import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { webManifest } from '@/lib/http/web-manifest'
import { attributionOf, DEFAULT_SITE } from '@/lib/kb/site'
import { contrast, hasContrast, lighten } from '@/lib/kb/site-colors'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { getPictureFile } from '@/lib/kb-index/read/indexed-files'
import { getSite } from '@/lib/kb-index/read/site/get-site'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { indexPath } from '@/tests/support/sample-index'

const ARTICLE = '---\nnumber: 900001\ntitle: One\n---\nText.\n'
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'
const SITE = `name: Contoso solutions
accent: "#7a1f5c"
logo: media/logo.svg
sources:
  - { url: "https://contoso.example/", attribution: Contoso, licence: CC BY 4.0 }
`

test('the site is called what site.yaml says, from the next index on, and by its default without the file', async (context) => {
  const contentDir = makeFolder(context, { '1.md': ARTICLE, 'site.yaml': SITE, 'media/logo.svg': LOGO })
  const indexFile = indexPath(context)
  const read = async () => {
    const { problems, articleCount } = await updateIndex({ contentDir, indexFile })
    const database = openIndex(indexFile)
    try {
      const site = getSite(database)
      const sha256 = /\/([0-9a-f]{64})\.svg$/.exec(site.logoUrl ?? '')?.[1]
      return { site, articleCount, problems, logo: sha256 && getPictureFile(database, sha256) }
    } finally {
      closeDatabase(database)
    }
  }
  const first = await read()
  assert.deepEqual([first.problems, first.articleCount], [[], 1])
  assert.deepEqual([first.site.name, first.site.shortName], ['Contoso solutions', 'Contoso solution'])
  assert.deepEqual(first.logo, { path: 'media/logo.svg', type: 'svg' })
  const manifest = JSON.parse(webManifest(first.site))
  assert.deepEqual([manifest.name, manifest.theme_color], ['Contoso solutions', '#7a1f5c'])
  assert.equal(manifest.icons[0].src, first.site.logoUrl)
  assert.equal(attributionOf(first.site, { url: 'https://contoso.example/a' })?.licence, 'CC BY 4.0')
  assert.equal(attributionOf(first.site, { url: 'https://contoso.example.evil/a' }), undefined)
  // A logo that goes takes only itself along.
  rmSync(join(contentDir, 'media/logo.svg'))
  const without = await read()
  assert.deepEqual([without.site.name, without.site.logoUrl], ['Contoso solutions', undefined])
  assert.match(String(without.problems.map(({ file, line }) => `${file}:${line}`)), /^site\.yaml:3$/)
  rmSync(join(contentDir, 'site.yaml'))
  assert.deepEqual((await read()).site, DEFAULT_SITE)
})

const FAULTS: readonly [string, RegExp][] = [
  ['accent: "#ffee00"', /^site\.yaml:1 The field "accent" is "#ffee00"\. Write a darker color/],
  ['accent: red', /^site\.yaml:1 .*a color such as/],
  ['nmae: x', /^site\.yaml:1 .*Write "name" if/],
  ['name: x\norigin: kb.example', /^site\.yaml:2 .*such as https:\/\/kb\.example/],
  ['navigation:\n  - { name: x, url: "javascript:alert(1)" }', /^site\.yaml:2 .*a path such as/],
  ['navigation:\n  - { name: x, url: //evil.example }', /^site\.yaml:2 .*a path such as/],
  ['logo: ../../etc/passwd', /^site\.yaml:1 The picture ".*" lies outside/],
  ['name: [x', /^site\.yaml:\d .*not valid YAML/],
]

for (const [text, expected] of FAULTS) {
  test(`told at its line, and everything else is served: ${JSON.stringify(text)}`, async (context) => {
    const contentDir = makeFolder(context, { '1.md': ARTICLE, 'site.yaml': `${text}\n` })
    const { problems, articleCount } = await updateIndex({ contentDir, indexFile: indexPath(context) })
    assert.equal(articleCount, 1)
    assert.match(String(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)), expected)
    assert.match(problems[0]?.message ?? '', /^[A-Z].*[^.]\. [A-Z].*\.$/)
  })
}

test('a site.yaml in a subfolder describes nothing, and says so', async (context) => {
  const contentDir = makeFolder(context, { '1.md': ARTICLE })
  const indexFile = indexPath(context)
  writeFileSync(join(makeFolderIn(contentDir), 'site.yaml'), 'name: Inner\n')
  const { problems } = await updateIndex({ contentDir, indexFile })
  assert.match(problems[0]?.message ?? '', /in a subfolder.*Move it/)
})

test('an accent can be read on light and on dark pages, whatever its color', () => {
  for (let value = 0; value < 0xffffff; value += 4099) {
    const color = `#${value.toString(16).padStart(6, '0')}`
    if (!hasContrast(color)) continue
    assert.ok(contrast(color, '#ffffff') >= 4.5, color)
    assert.ok(contrast(lighten(color), '#10151d') >= 4.5, color)
  }
})

function makeFolderIn(contentDir: string): string {
  const folder = join(contentDir, 'sub')
  mkdirSync(folder)
  return folder
}
