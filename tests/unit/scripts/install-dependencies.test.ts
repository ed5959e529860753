import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInstalled } from '@/scripts/setup/install-dependencies.mjs'

const LOCK = {
  '': { dependencies: { next: '16.4.6' }, devDependencies: { tsx: '4.0.0' } },
  'node_modules/next': { version: '16.4.6' },
  'node_modules/tsx': { version: '4.0.0' },
  'node_modules/react': { version: '19.0.0' },
  'node_modules/@next/swc-darwin-arm64': { version: '16.4.6', optional: true },
}
const INSTALLED = {
  'node_modules/next': { version: '16.4.6' },
  'node_modules/tsx': { version: '4.0.0' },
  'node_modules/react': { version: '19.0.0' },
}

test('packages in the locked versions are installed, also where those of other platforms are absent', () => {
  assert.equal(isInstalled(LOCK, INSTALLED), true)
})

test('packages are installed again when there are none, one is absent or one has another version', () => {
  const { 'node_modules/tsx': _, ...withoutTsx } = INSTALLED
  assert.equal(isInstalled(LOCK, {}), false)
  assert.equal(isInstalled(LOCK, withoutTsx), false)
  assert.equal(isInstalled(LOCK, { ...INSTALLED, 'node_modules/react': { version: '18.0.0' } }), false)
})
