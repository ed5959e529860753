import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOtherFiles } from '@/lib/kb-index/read/editions/other-files'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { openSampleIndex } from '@/tests/support/sample-index'

test('the files of a number that are not served are listed in the order of their paths', async (context) => {
  const index = await openSampleIndex(context, {
    'living/kb172983.md': 'number: 172983\ntitle: The handshake of 2020',
    'archive/kb172983.md': 'number: 172983\ntitle: The handshake of 2001',
    'other/kb172983.md': 'number: 172983\ntitle: The handshake',
    'archive/kb172984.md': 'number: 172984\ntitle: Alone',
  })
  const pathsOf = (number: number) => listOtherFiles(index, kbNumberOf(number)).map(({ path }) => path)
  assert.deepEqual(pathsOf(172983), ['living/kb172983.md', 'other/kb172983.md'])
  assert.deepEqual(pathsOf(172984), [])
  assert.deepEqual(pathsOf(172985), [])
})
