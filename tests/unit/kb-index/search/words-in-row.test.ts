import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasInRow } from '@/lib/kb-index/search/words-in-row'

const ROWS: readonly [text: string, words: string, isInRow: boolean][] = [
  ['the disk is full', 'disk is full', true],
  ['the disk\n is: "full".', 'disk is full', true],
  ['disk is fully used', 'disk is full', false],
  ['a subdisk is full', 'disk is full', false],
  ['the disk, the disk is full', 'disk is full', true],
  ['diskis full', 'disk is full', false],
  ['use .net and c++ (here)', '.net and c++ here', true],
  ['это «диск полон»', 'это диск полон', true],
  ['disk is', 'disk is full', false],
  ['', 'disk is full', false],
]

test('words stand in a row if only blanks and punctuation are between them', () => {
  for (const [text, words, isInRow] of ROWS) assert.equal(hasInRow(text, words.split(' ')), isInRow, text)
})
