import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toIndexCommandError } from '@/scripts/index/index-command-error'
import { CommandError } from '@/scripts/shared/command-error.mjs'

const INDEX = '/srv/kb/index.db'
const TOLD: readonly [code: string, path: string | undefined, message: RegExp][] = [
  ['ENOSPC', `${INDEX}.draft`, /^The disk is full, so the index .* is unchanged\. Free space .*\.$/],
  ['SQLITE_FULL', undefined, /^The disk is full/],
  ['ENOTEMPTY', INDEX, /is a folder that is not empty, .*\. Move the folder, or set KB_INDEX to another file\.$/],
  ['EACCES', '/srv/kb', /cannot be written by this user\. Allow writing/],
  ['SQLITE_READONLY', undefined, /cannot be written by this user/],
]

for (const [code, path, message] of TOLD) {
  test(`${code} at ${path} is told in two sentences`, () => {
    const told = toIndexCommandError(Object.assign(new Error('x'), { code, path }), INDEX)
    assert.ok(told instanceof CommandError)
    assert.match(told.message, message)
  })
}

test('what the driver says of a file that it cannot open is told in two sentences', () => {
  const message = `ConnectionFailed("Unable to open connection to local database ${INDEX}.lock: 14")`
  const told = toIndexCommandError(Object.assign(new Error(message), { code: '' }), INDEX)
  assert.ok(told instanceof CommandError)
  assert.match(told.message, /cannot be written by this user\. Allow writing/)
})

test('a fault of an article file, and any other fault, stays what it is', () => {
  for (const fault of [
    Object.assign(new Error('x'), { code: 'EACCES', path: '/srv/content/a.md' }),
    Object.assign(new Error('x'), { code: 'SQLITE_ERROR' }),
    new TypeError('x'),
    'x',
  ]) {
    assert.equal(toIndexCommandError(fault, INDEX), fault)
  }
})
