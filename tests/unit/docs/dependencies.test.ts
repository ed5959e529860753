import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const ROOT = new URL('../../../', import.meta.url)
const manifest: { dependencies: object; devDependencies: object } = JSON.parse(readText('package.json'))
const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).sort()

test('docs/dependencies.md gives a reason for each package in package.json, and for no other', () => {
  const rows = readText('docs/dependencies.md').matchAll(/^\| ([@a-z][^|]*) \| ([^|]+) \|$/gm)
  const named = [...rows].filter((row) => row[1] !== 'package').flatMap((row) => (row[1] ?? '').split(', '))
  assert.deepEqual(named.sort(), installed)
})

test('the lockfile records no address, so that it installs from whatever registry npm is set to', () => {
  assert.doesNotMatch(readText('package-lock.json'), /"resolved": "http/)
})

function readText(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8')
}
