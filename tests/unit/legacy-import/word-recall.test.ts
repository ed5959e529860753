import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordToMarkdown } from '@/lib/legacy-import/shared/record-to-markdown'
import { measureWordRecall } from '@/lib/legacy-import/shared/word-recall'
import { convertTxt } from '@/lib/legacy-import/txt/convert-txt'
import { txtSourceWords } from '@/lib/legacy-import/txt/source-words'

const RULE = '='.repeat(70)
const BOX = '-'.repeat(79)
const DUMP = `DOCUMENT:Q100001  05-MAR-2001  [example]
TITLE   :Title
PRODUCT :Example
PROD/VER::1.0
OPER/SYS:
KEYWORDS:

${RULE}
${BOX}
The information in this article applies to:

 - Example Server version 1.0
${BOX}

SUMMARY
=======

NOTE: The server needs 12 megabytes.

1. Install the server.

   copy a:\\*.* c:\\

   Q100002 Another Article

Additional query words: memory

${RULE}
Keywords          : kbexample

=============================================================================

THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS
`

function markdownOf(text: string): string {
  return recordToMarkdown(convertTxt(text, 'txt/100/Q100001.TXT').record)
}

test('every word of a body, its box and its query words is found again', () => {
  const recall = measureWordRecall(txtSourceWords(DUMP), markdownOf(DUMP))
  assert.deepEqual(recall.lost, [])
  assert.ok(recall.total > 15)
})

for (const word of [
  'megabytes',
  '12',
  'Install',
  'copy',
  'Another',
  'SUMMARY',
  'Server version',
  'memory',
  'Q100002',
]) {
  test(`a lost "${word}" is seen`, () => {
    const markdown = markdownOf(DUMP).replace(word, '')
    assert.notDeepEqual(measureWordRecall(txtSourceWords(DUMP), markdown).lost, [])
  })
}

test('a word that is in the source twice must be in the Markdown twice', () => {
  const twice = DUMP.replace('Install the server.', 'Install the server, install the server.')
  assert.deepEqual(measureWordRecall(txtSourceWords(twice), markdownOf(DUMP)).lost.toSorted(), [
    'install',
    'server',
    'the',
  ])
})
