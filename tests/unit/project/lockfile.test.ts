import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'

/** Those of docs/dependencies.md. Another one is a decision. */
const LICENSES = new Set(
  'MIT Apache-2.0 LGPL-3.0-or-later MPL-2.0 ISC BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 CC-BY-4.0 Python-2.0'.split(
    ' ',
  ),
)

interface LockedPackage {
  readonly integrity?: string
  readonly license?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

test('the lockfile has the packages of every platform, without which "npm ci" refuses it', async () => {
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(await readFile('package-lock.json', 'utf8'))
  const wanted = Object.values(lock.packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}))
  assert.ok(wanted.length > 0)
  assert.deepEqual(
    wanted.filter((name) => !Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`))),
    [],
  )
})

test('every package is locked to its bytes, also those of other platforms', async () => {
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(await readFile('package-lock.json', 'utf8'))
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
  assert.ok(packages.length > 100)
  assert.deepEqual(
    packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([path]) => path),
    [],
  )
})

test('every package has one of the licenses that docs/dependencies.md lists', async () => {
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(await readFile('package-lock.json', 'utf8'))
  const wrong = Object.entries(lock.packages).filter(
    ([path, { license = 'none' }]) => path !== '' && !license.split(/ (?:AND|OR) /).every((name) => LICENSES.has(name)),
  )
  assert.deepEqual(
    wrong.map(([path, { license }]) => `${path}: ${license}`),
    [],
  )
})
