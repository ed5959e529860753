import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lockIndex } from '@/lib/kb-index/file/index-lock'
import { indexPath } from '@/tests/support/sample-index'

test('one at a time holds the lock of an index, and it is free as soon as it is given back', (context) => {
  const file = indexPath(context)
  for (let round = 0; round < 20; round++) {
    const unlock = lockIndex(file)
    assert.ok(unlock, `round ${round}`)
    assert.equal(lockIndex(file), undefined)
    unlock()
  }
})
