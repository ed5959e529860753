import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteOrigin } from '@/lib/http/site-origin'

test('the configured address wins over any host', () => {
  for (const host of ['other.example', 'localhost:3000', null]) {
    assert.equal(siteOrigin(host, 'https://other.example', 'https://kb.example'), 'https://kb.example')
  }
})

test('without one, only the own computer is believed', () => {
  for (const host of ['localhost', 'localhost:3000', '127.0.0.1:80', '[::1]:3000']) {
    assert.equal(siteOrigin(host), `http://${host}`)
  }
  for (const host of [
    'kb.example',
    'localhost.evil.example',
    'localhost:3000@evil.example',
    '127.0.0.1.evil',
    '',
    null,
  ]) {
    assert.equal(siteOrigin(host), undefined, String(host))
  }
})
