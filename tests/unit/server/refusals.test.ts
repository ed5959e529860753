import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fault, REFUSALS, renderRefusal, wrongMethod } from '@/server/refusals.mjs'

const ALL = [...Object.values(REFUSALS), wrongMethod('GET'), fault('id-1')]

test('every refusal says what is wrong and what to do', () => {
  for (const { status, what, advice } of ALL) {
    assert.match(what, /^[A-Z].*\.$/, String(status))
    assert.match(advice, /^[A-Z].*\.$/, String(status))
  }
})

test('below /api a refusal is JSON with an id, elsewhere a page', () => {
  for (const refusal of ALL) {
    const json = renderRefusal(refusal, { path: '/api/search', id: 'id-1' })
    assert.deepEqual(JSON.parse(json.body), {
      error: { status: refusal.status, message: `${refusal.what} ${refusal.advice}`, id: 'id-1' },
    })
    assert.equal(json.headers['content-type'], 'application/json')
    const page = renderRefusal(refusal, { path: '/kb/1', id: 'id-1' })
    assert.match(page.body, /^<!doctype html>/)
    assert.ok(page.body.includes(refusal.advice))
  }
})
