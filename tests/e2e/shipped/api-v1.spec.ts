import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { OpenAPIClientAxios } from 'openapi-client-axios'
import { examplePath } from '@/app/api/describe-routes'
import { API_ROUTES, type ApiRoute } from '@/lib/http/api/routes'

/** Sends the example of a route as a client made from the document would. */
function ask(request: APIRequestContext, route: ApiRoute): Promise<APIResponse> {
  const path = examplePath(route)
  if (route.body === undefined) return request.get(path)
  return request.post(path, { data: route.body, headers: { 'content-type': 'text/plain' } })
}

test('the description is valid, and every route answers as it says', async ({ request }) => {
  const document = await (await request.get('/api/v1/openapi.json')).json()
  expect((await new Validator().validate(structuredClone(document))).errors ?? []).toEqual([])
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ajv.addSchema(document, 'api')
  for (const route of API_ROUTES) {
    const response = await ask(request, route)
    expect(response.status(), route.id).toBe(200)
    const pointer = `${route.path.replaceAll('~', '~0').replaceAll('/', '~1')}/${route.method}/responses/200/content/application~1json/schema`
    const validate = ajv.compile({ $ref: `api#/paths/${encodeURIComponent(pointer).replaceAll('%2F', '/')}` })
    validate(await response.json())
    expect(validate.errors ?? [], route.id).toEqual([])
  }
})

test('a client that is made of the description gets from every route what its address gives', async ({
  request,
  baseURL,
}) => {
  const definition = await (await request.get('/api/v1/openapi.json')).json()
  const maker = new OpenAPIClientAxios({ definition, axiosConfigDefaults: { baseURL: `${baseURL ?? ''}/api/v1` } })
  const client = await maker.init()
  expect(
    maker
      .getOperations()
      .map(({ operationId }) => operationId)
      .sort(),
  ).toEqual(API_ROUTES.map(({ id }) => id).sort())
  for (const route of API_ROUTES) {
    const examples = route.parameters.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]]))
    const response = await client[route.id]?.(Object.fromEntries(examples), route.body, {
      headers: route.body === undefined ? {} : { 'content-type': 'text/plain' },
    })
    expect(response?.status, route.id).toBe(200)
    expect(response?.data, route.id).toEqual(await (await ask(request, route)).json())
  }
})

test('every answer to GET is kept by its entity tag, by its time, and read by other sites', async ({ request }) => {
  // Other processes may need a moment for a new index, so that there is no time at first.
  const readTime = async () => (await request.get('/api/v1/lines')).headers()['last-modified']
  await expect.poll(readTime, { timeout: 20_000 }).toBeTruthy()
  for (const route of API_ROUTES.filter(({ method }) => method === 'get')) {
    const path = examplePath(route)
    const { etag = '', 'last-modified': modified = '', ...headers } = (await request.get(path)).headers()
    expect(etag, path).toMatch(/^"[\w-]{27}"$/)
    expect(headers['access-control-allow-origin'], path).toBe('*')
    const again = await request.get(path, { headers: { 'if-none-match': `"other", W/${etag}` } })
    expect(again.status(), path).toBe(304)
    expect(again.headers().etag).toBe(etag)
    expect((await request.get(path, { headers: { 'if-modified-since': modified } })).status(), path).toBe(304)
    const earlier = new Date(Date.parse(modified) - 1000).toUTCString()
    expect((await request.get(path, { headers: { 'if-modified-since': earlier } })).status(), path).toBe(200)
    expect(
      (await request.get(path, { headers: { 'if-none-match': '"other"', 'if-modified-since': modified } })).status(),
    ).toBe(200)
  }
})

test('the list of articles is read to its end by cursors, each article once', async ({ request }) => {
  const numbers: number[] = []
  let path: string | undefined = '/api/v1/articles?limit=7'
  while (path) {
    const response: APIResponse = await request.get(path)
    const { items, nextCursor } = await response.json()
    numbers.push(...items.map(({ number }: { number: number }) => number))
    const link: string | undefined = /^<(.*)>; rel="next"$/.exec(response.headers().link ?? '')?.[1]
    expect(link === undefined).toBe(nextCursor === undefined)
    path = link
  }
  const { articleCount } = await (await request.get('/readyz')).json()
  expect(numbers).toHaveLength(articleCount)
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
})

const REFUSED: readonly [string, number, Record<string, string>?][] = [
  ['/api/v1/articles?cursor=none', 400],
  ['/api/v1/articles?limit=0', 400],
  ['/api/v1/articles?limit=501', 400],
  ['/api/v1/articles?kind=none', 400],
  ['/api/v1/articles?state=none', 400],
  ['/api/v1/articles?product=none', 404],
  ['/api/v1/articles?line=none', 404],
  ['/api/v1/articles/none', 400],
  ['/api/v1/articles/none.md', 400],
  ['/api/v1/articles/219377', 404],
  ['/api/v1/articles/219377.md', 404],
  ['/api/v1/lines/none', 404],
  ['/api/v1/releases/none', 404],
  ['/api/v1/signatures?kind=none', 400],
  ['/api/v1/none', 404],
  ['/api/v1/articles', 406, { accept: 'image/png' }],
  ['/api/v1/articles/940006', 406, { accept: 'image/png' }],
  ['/api/v1/articles/940006.md', 406, { accept: 'application/json' }],
  ['/api/v1/resolve', 405],
]

for (const [path, status, headers] of REFUSED) {
  test(`${path}${headers ? ` as ${headers.accept}` : ''} is refused with ${status} in two sentences`, async ({
    request,
  }) => {
    const response = await request.get(path, { headers })
    expect(response.status()).toBe(status)
    const { error } = await response.json()
    expect(error).toEqual({
      status,
      message: expect.stringMatching(/^\S.*\. ?\S?.*\.$|^Article KB\d+ was not found\.$/),
    })
  })
}

test('the Markdown of an article says what replaces it, under each address', async ({ request }) => {
  const texts = [
    await request.get('/kb/940006.md'),
    await request.get('/kb/940006', { headers: { accept: 'text/markdown' } }),
    await request.get('/api/v1/articles/KB940006.md'),
    await request.get('/api/v1/articles/940006', { headers: { accept: 'text/markdown, application/json;q=0.5' } }),
  ]
  for (const response of texts) {
    expect(response.status()).toBe(200)
    expect(response.headers()['content-type']).toBe('text/markdown; charset=utf-8')
    const text = await response.text()
    expect(text).toMatch(/^---\nnumber: 940006\n/)
    expect(text).toContain('\n---\n\n> **Superseded.** Replaced by [KB')
  }
  expect((await request.get('/kb/940006', { headers: { accept: 'text/html' } })).headers()['content-type']).toContain(
    'text/html',
  )
})

test('former addresses lead to the new ones in one step, and a paste is answered at its former address', async ({
  request,
}) => {
  for (const [former, path] of [
    ['/api/articles/940006', '/api/v1/articles/940006'],
    ['/api/articles/940006/supersedence', '/api/v1/articles/940006/relations'],
    ['/api/search?q=a+b', '/api/v1/search?q=a+b'],
    ['/api/updates/compare?from=1&to=2', '/api/v1/updates/compare?from=1&to=2'],
  ] as const) {
    const response = await request.get(former, { maxRedirects: 0 })
    expect(response.status()).toBe(308)
    expect(response.headers().location).toBe(path)
  }
  const posted = await request.post('/api/check', {
    data: 'KB940006',
    headers: { 'content-type': 'text/plain' },
    maxRedirects: 0,
  })
  expect(posted.status()).toBe(200)
  expect((await posted.json()).updates[0].number).toBe(940006)
})

test('the commands of docs/api.md work', ({ baseURL }) => {
  const manual = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')
  const commands = manual.match(/^curl .*$/gm) ?? []
  expect(commands.length).toBeGreaterThanOrEqual(6)
  for (const command of commands) {
    const local = command.replace('http://localhost:3000', baseURL ?? '').replace(/^curl /, 'curl -s --fail-with-body ')
    expect(execFileSync('/bin/sh', ['-c', local], { encoding: 'utf8' }), command).toMatch(/^(?:\{"|---\nnumber: )/)
  }
})

test('links of a pasted text are answered without JavaScript, and nothing of it gets into an address', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/resolve')
  await page
    .getByRole('textbox', { name: 'Text with links' })
    .fill('http://support.microsoft.com/kb/940006 and KB219377')
  await page.getByRole('button', { name: 'Resolve' }).click()
  await expect(page.getByRole('heading', { name: 'Replaced: 1 link' })).toBeVisible()
  await expect(page.getByRole('link', { name: /KB953469/ })).toHaveAttribute('href', '/kb/953469')
  await expect(page.getByRole('heading', { name: /Missing here/ })).toBeVisible()
  expect(new URL(page.url()).search).toBe('')
  await context.close()
})

test('the page of the API shows every address with an example', async ({ page, request }) => {
  await page.goto('/api')
  for (const route of API_ROUTES)
    await expect(page.getByText(`${route.method.toUpperCase()} /api/v1${route.path}`, { exact: true })).toBeVisible()
  for (const link of await page.getByRole('main').getByRole('link').all()) {
    const href = (await link.getAttribute('href')) ?? ''
    if (href.startsWith('/api/')) expect((await request.get(href)).status(), href).toBe(200)
  }
})
