import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { examplePath, listRouteDescriptions } from '@/app/api/describe-routes'
import { openApiDocument } from '@/lib/http/api/openapi'
import { API_ROUTES } from '@/lib/http/api/routes'

const ROOT = new URL('../../../', import.meta.url)
const document = JSON.parse(JSON.stringify(openApiDocument('https://kb.example')))

test('the description of the API is a valid OpenAPI 3.1 document', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  assert.deepEqual(errors ?? [], [])
  assert.equal(valid, true)
  assert.equal(document.openapi, '3.1.0')
  assert.equal(document.servers[0].url, 'https://kb.example/api/v1')
})

test('every reference in it leads to a schema, and every schema is used', () => {
  const used = new Set([...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref))
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
  assert.deepEqual([...used].sort(), known.sort())
})

test('it has every route of app/api/v1 and no other', () => {
  const files = readdirSync(fileURLToPath(new URL('app/api/v1', ROOT)), { recursive: true, encoding: 'utf8' })
  const routes = files
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('route.ts') && path !== 'openapi.json/route.ts')
    .map((path) => `/${path.replace(/\/route\.ts$/, '').replace(/\[(\w+)\]/g, '{$1}')}`)
  assert.deepEqual(API_ROUTES.map(({ path }) => path).sort(), routes.sort())
  for (const { path, parameters } of API_ROUTES) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    assert.deepEqual(
      parameters.filter((one) => one.in === 'path').map(({ name }) => name),
      inPath,
      path,
    )
  }
})

test('docs/api.md names every parameter and every field of an answer', () => {
  const manual = readFileSync(new URL('docs/api.md', ROOT), 'utf8')
  const sections = new Map(
    manual.split(/^## (?:GET|POST) /m).map((section) => [/^\S+/.exec(section)?.[0] ?? '', section]),
  )
  const missing = listRouteDescriptions().flatMap(({ path, parameters, fields }) => {
    const section = sections.get(path.replace(/\{(\w+)\}/g, '[$1]')) ?? ''
    // It is beside every state, which the manual says once.
    const names = [...parameters, ...fields].map(({ name }) => name).filter((name) => name !== 'formerState')
    return names.filter((name) => !new RegExp(`\\b${name}\\b`).test(section)).map((name) => `${path}: ${name}`)
  })
  assert.deepEqual(missing, [])
})

test('an example has its parameters in their places', () => {
  const example = (id: string) => API_ROUTES.filter((route) => route.id === id).map(examplePath)[0]
  assert.equal(example('getArticle'), '/api/v1/articles/940006')
  assert.equal(example('compareUpdates'), '/api/v1/updates/compare?from=940006&to=953469')
})
