import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../../', import.meta.url)
const manual = readFileSync(new URL('docs/api.md', ROOT), 'utf8')

test('docs/api.md describes every route that answers programs, and no other', () => {
  const routes = readdirSync(fileURLToPath(new URL('app', ROOT)), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('/route.ts'))
    .map((path) => `/${path.replace(/\/route\.ts$/, '')}`)
    // The first answers every other address below /api/ with an error, the second is a page.
    .filter((route) => !['/api/[...path]', '/check/too-large'].includes(route))
  const described = [...manual.matchAll(/^## (?:GET|POST) (\S+)$/gm)].map((match) => match[1] ?? '')
  assert.deepEqual(described.sort(), routes.sort())
})
