import assert from 'node:assert/strict'
import { test } from 'node:test'
import { removeInnerHeaders } from '@/server/inner-headers.mjs'

const INNER = [
  'x-kb-paste',
  'x-kb-lost',
  'x-kb-anything-new',
  'x-middleware-subrequest',
  'x-matched-path',
  'x-now-route-matches',
  'x-invoke-path',
  'content-security-policy',
  'next-action',
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-for',
]
const OF_PAGES = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'x-nextjs-data']
const OWN = ['host', 'accept-encoding', 'content-type', 'cookie', 'range', 'if-none-match', 'x-kbd']

function namesLeft(isDevelopment: boolean): string[] {
  const names = [...INNER, ...OF_PAGES, ...OWN]
  const request = {
    headers: Object.fromEntries(names.map((name) => [name, '1'])),
    rawHeaders: names.flatMap((name) => [name.toUpperCase(), 'x-kb-lost']),
  }
  removeInnerHeaders(request, { isDevelopment })
  const raw = request.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
  assert.deepEqual(raw, Object.keys(request.headers))
  assert.ok(request.rawHeaders.every((text, index) => index % 2 === 0 || text === 'x-kb-lost'))
  return raw
}

test('headers that only the server may set are taken off every request', () => {
  assert.deepEqual(namesLeft(false), OWN)
})

test('in development the framework may ask for parts of pages', () => {
  assert.deepEqual(namesLeft(true), [...OF_PAGES, ...OWN])
})
