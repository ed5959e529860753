import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentSecurityPolicy } from '@/lib/http/security-headers'

test('a policy lets nothing in but the page’s own files and the scripts and styles with its nonce', () => {
  const policy = new Map(
    contentSecurityPolicy('abc123')
      .split('; ')
      .map((directive) => {
        const [name = '', ...values] = directive.split(' ')
        return [name, values.join(' ')]
      }),
  )
  assert.equal(policy.get('default-src'), "'none'")
  assert.equal(policy.get('script-src'), "'self' 'nonce-abc123' 'strict-dynamic'")
  assert.equal(policy.get('style-src'), "'self' 'nonce-abc123'")
  for (const name of ['base-uri', 'frame-ancestors', 'object-src']) assert.equal(policy.get(name), "'none'", name)
  for (const [name, values] of policy) assert.doesNotMatch(values, /unsafe|https?:|\*|data:/, name)
})
