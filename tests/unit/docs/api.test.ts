import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../../', import.meta.url)
const manual = readFileSync(new URL('docs/api.md', ROOT), 'utf8')

test('docs/api.md describes every route that answers programs, and no other', () => {
  const routes = readdirSync(fileURLToPath(new URL('app', ROOT)), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\/route\.tsx?$/.test(path))
    // What writes a page answers readers.
    .filter((path) => !/^export .*function write\(/m.test(readFileSync(new URL(`app/${path}`, ROOT), 'utf8')))
    .map((path) => `/${path.replace(/\/route\.tsx?$/, '')}`)
    // One answers every other address below /api/ with an error, one the edge alone.
    .filter((route) => !['/api/[...path]', '/ahead'].includes(route))
  const described = [...manual.matchAll(/^## (?:GET|POST) (\S+)$/gm)].map((match) => match[1] ?? '')
  // The edge in front of the routes answers the last one.
  assert.deepEqual(described.sort(), [...routes, '/healthz'].sort())
})
