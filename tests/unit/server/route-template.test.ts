import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRouteNames } from '@/server/route-template.mjs'

const nameRoute = createRouteNames({
  staticRoutes: [{ page: '/' }, { page: '/search' }],
  dynamicRoutes: [
    { page: '/kb/[number]', regex: '^/kb/([^/]+?)(?:/)?$' },
    { page: '/api/[...path]', regex: '^/api/(.+?)(?:/)?$' },
  ],
})

test('a route is named without what a reader typed', () => {
  for (const [path, name] of [
    ['/', '/'],
    ['/search', '/search'],
    ['/kb/940006', '/kb/[number]'],
    ['/kb/my secret', '/kb/[number]'],
    ['/api/a/b', '/api/[...path]'],
    ['/_next/static/chunks/a.js', '/_next/static'],
    ['/healthz', '/healthz'],
    ['/my/secret', '(other)'],
    ['*', '(other)'],
  ] as const) {
    assert.equal(nameRoute(path), name)
  }
})
