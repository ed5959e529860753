import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentSecurityPolicy } from '@/lib/http/security-policy.mjs'

test('a policy lets nothing in but the page’s own files, and is the same for every page', () => {
  const policy = new Map(
    contentSecurityPolicy(false)
      .split('; ')
      .map((directive) => {
        const [name = '', ...values] = directive.split(' ')
        return [name, values.join(' ')]
      }),
  )
  assert.equal(policy.get('default-src'), "'none'")
  assert.equal(policy.get('script-src'), "'self'")
  assert.equal(policy.get('style-src'), "'self'")
  for (const name of ['base-uri', 'frame-ancestors', 'object-src']) assert.equal(policy.get(name), "'none'", name)
  for (const [name, values] of policy) assert.doesNotMatch(values, /unsafe|https?:|\*|data:|nonce/, name)
})
