import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'

interface LockedPackage {
  readonly integrity?: string
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

test('every package of the lockfile, of every platform, is known by its bytes', async () => {
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(await readFile('package-lock.json', 'utf8'))
  const unknown = Object.entries(lock.packages).filter(
    ([path, { integrity }]) => path && !/^sha512-/.test(integrity ?? ''),
  )
  assert.deepEqual(
    unknown.map(([path]) => path),
    [],
  )
})
