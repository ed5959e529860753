import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checkRequest, countParameters, POST_PATHS } from '@/server/check-request.mjs'

const MANY = Array.from({ length: 64 }, () => 'a=b').join('&')

for (const [name, request, status] of [
  ['a page', { url: '/kb/940006' }, undefined],
  ['a search for a broken escape', { url: '/search?q=%' }, undefined],
  ['a search for bytes that are no text', { url: '/search?q=%FF%FE' }, undefined],
  ['as many parameters as allowed', { url: `/search?${MANY}` }, undefined],
  ['one parameter more', { url: `/search?${MANY}&` }, 400],
  ['parameters behind a second question mark', { url: `/search?a?${MANY}&a` }, 400],
  ['a broken escape in the path', { url: '/kb/%' }, 400],
  ['half a character in the path', { url: '/api/articles/%c0' }, 400],
  ['a long address', { url: `/search?q=${'a'.repeat(16_000)}` }, 414],
  ['an absolute address', { url: 'http://other.example/kb/940006?a=b' }, undefined],
  ['an absolute address without a path', { url: 'HTTP://other.example' }, undefined],
  ['an address of another kind', { url: 'ftp://other.example/' }, 400],
  ['an address without a slash', { url: 'kb/940006' }, 400],
  ['the server as a whole', { url: '*', method: 'OPTIONS' }, undefined],
  ['a page called *', { url: '*' }, 400],
  ['TRACE', { url: '/', method: 'TRACE' }, 405],
  ['PUT', { url: '/api/search', method: 'PUT' }, 405],
  ['a text for the check', { url: '/check', method: 'POST' }, undefined],
  ['a text for the check, with a slash', { url: '/check/?a=b', method: 'POST' }, undefined],
  ['a text for a page that takes none', { url: '/kb/940006', method: 'POST' }, 405],
  ['a large text', { url: '/check', method: 'POST', headers: { host: 'x', 'content-length': '4000000' } }, 413],
  [
    'the largest text',
    { url: '/check', method: 'POST', headers: { host: 'x', 'content-length': '3999999' } },
    undefined,
  ],
  ['no host', { url: '/', headers: {} }, 400],
  ['no host in HTTP/1.0', { url: '/', headers: {}, httpVersion: '1.0' }, undefined],
  ['a host with markup', { url: '/', headers: { host: 'a"><b' } }, 400],
  ['a host that is an address', { url: '/', headers: { host: '[::1]:3000' } }, undefined],
  ['a host of 300 letters', { url: '/', headers: { host: 'a'.repeat(300) } }, 400],
] as const) {
  test(`${name}: ${status ?? 'passes'}`, () => {
    const checked = checkRequest({ method: 'GET', httpVersion: '1.1', headers: { host: 'kb.example' }, ...request })
    assert.equal(checked.refusal?.status, status)
  })
}

test('of an absolute address only the path and the query count', () => {
  const check = (url: string) => checkRequest({ method: 'GET', httpVersion: '1.1', headers: { host: 'x' }, url }).url
  assert.equal(check('http://other.example/kb/1?a=b'), '/kb/1?a=b')
  assert.equal(check('https://u:p@other.example:80'), '/')
  assert.equal(check('http://other.example?a=b'), '/?a=b')
})

test('doubled slashes reach the proxy, which answers them with one redirect', () => {
  const urlOf = (url: string) => checkRequest({ method: 'GET', httpVersion: '1.1', headers: { host: 'x' }, url })
  assert.equal(urlOf('//KB940006').url, '/%2FKB940006')
  assert.equal(urlOf('/kb///940006?q=a//b').url, '/kb/%2F%2F940006?q=a//b')
  assert.equal(urlOf('/\\other.example').url, '/%5Cother.example')
  assert.equal(urlOf('/https://support.microsoft.com/kb/940006').url, '/https:/%2Fsupport.microsoft.com/kb/940006')
  assert.equal(urlOf('http://x/kb/940006').url, '/kb/940006')
})

test('a refused method names those that the address takes', () => {
  const refusal = (url: string) =>
    checkRequest({ method: 'DELETE', httpVersion: '1.1', headers: { host: 'x' }, url }).refusal
  assert.equal(refusal('/kb/940006')?.headers?.allow, 'GET, HEAD, OPTIONS')
  assert.equal(refusal('/api/check')?.headers?.allow, 'GET, HEAD, POST, OPTIONS')
})

test('parameters are counted without the fragment of their meaning', () => {
  assert.deepEqual(
    ['/', '/?', '/?a', '/?a=b&c', '/?&&', '/?a=%26'].map((url) => countParameters(url)),
    [0, 0, 1, 2, 3, 1],
  )
})

test('the addresses that take a text are those of app/ that read one', () => {
  const app = fileURLToPath(new URL('../../../app', import.meta.url))
  const takers = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:route|page)\.tsx?$/.test(file))
    .filter((file) => /export (?:async )?function POST\b|getPastedText/.test(readFileSync(`${app}/${file}`, 'utf8')))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/\/(?:route|page)\.tsx?$/, '')}`)
  // The last one redirects to where it was moved.
  assert.deepEqual([...takers, '/api/check'].sort(), [...POST_PATHS].sort())
})
