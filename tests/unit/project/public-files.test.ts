import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { webManifest } from '@/lib/http/web-manifest'
import { DEFAULT_SITE } from '@/lib/kb/site'

const ROOT = new URL('../../../', import.meta.url)
const FILES = readdirSync(new URL('public', ROOT))
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

test('the proxy leaves every file of public/ alone', () => {
  const [, source = ''] = /matcher: \[\s+'(.+?)',/.exec(read('proxy.ts')) ?? []
  const pattern = new RegExp(`^${source.replaceAll('\\\\', '\\')}$`)
  for (const file of FILES) assert.doesNotMatch(`/${file}`, pattern)
  for (const path of ['/', '/favicon.ico/', '/kb/1', '/icon.svgx']) assert.match(path, pattern)
})

test('every icon is named by the pages, and the manifest names files that are there', () => {
  const head = read('components/layout/document.tsx')
  for (const file of FILES) assert.ok(head.includes(`'/${file}'`), file)
  const manifest: { icons: { src: string }[] } = JSON.parse(webManifest(DEFAULT_SITE))
  for (const { src } of manifest.icons) assert.ok(FILES.includes(src.slice(1)), src)
})
