import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkEntryName } from '@/scripts/import/entry-name'

test('a name is written the same way however the archive spells it', () => {
  const expected = { name: 'txt/219/Q219377.TXT', hidden: false }
  for (const name of ['txt/219/Q219377.TXT', './txt/219/Q219377.TXT', 'txt//219/./Q219377.TXT']) {
    assert.deepEqual(checkEntryName(name), expected, name)
  }
})

test('names that are no honest path inside an archive are refused with the reason', () => {
  const table: Record<string, RegExp> = {
    '/etc/passwd': /absolute path/,
    '//server/share': /absolute path/,
    '../a': /leaves the archive/,
    'a/..': /leaves the archive/,
    'a/../../../b': /leaves the archive/,
    'c:a.txt': /drive letter/,
    'D:/a.txt': /drive letter/,
    '..\\a': /backslash/,
    'a\u0000b': /control characters/,
    'a\u001b[2Jb': /control characters/,
    '': /is not a file name/,
    './.': /is not a file name/,
    ['x'.repeat(2000)]: /longer than 1000/,
  }
  for (const [name, reason] of Object.entries(table)) {
    const checked = checkEntryName(name)
    assert.ok('what' in checked, name)
    assert.match(checked.what, reason, name)
    assert.doesNotMatch(checked.what, /\p{Cc}/u, 'the message carries no control characters itself')
  }
})

test('names that only look dangerous are accepted', () => {
  for (const name of ['a..b', '..a/b', 'CON', 'a b/c', 'é.txt', 'ab:c']) assert.ok('name' in checkEntryName(name), name)
})
