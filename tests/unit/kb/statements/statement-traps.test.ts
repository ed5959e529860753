import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCases } from '@/tests/support/cases'
import { piecesOf } from '@/tests/support/pieces'
import { assertQuick } from '@/tests/support/processor-time'
import { type Label, labelsOf } from '@/tests/support/statements-of'

for (const { title, input, expected } of readCases('statement-traps')) {
  test(`trap: ${title}`, () => {
    const [, number, name, text = ''] = /^KB(\d+) ?(.*)\n([\s\S]*)$/.exec(input) ?? []
    const labels = labelsOf({ article: Number(number), title: name, blocks: text.split('\n') })
    assert.equal(labels.map(show).join(', ') || 'nothing', expected)
    for (const { kind, sentence = '' } of labels)
      if (kind === 'supersedes') assert.ok(input.includes(sentence.split(' Q')[0] ?? ''))
  })
}

function show({ kind, target, part, releases, releaseName }: Label): string {
  const unlisted = target === undefined && releases.length === 0 && releaseName !== undefined ? `[${releaseName}]` : ''
  return [kind, target, part && `"${part}"`, ...releases, unlisted].filter(Boolean).join(' ')
}

test('100 KB of every word that a pattern waits for costs no more than its length', () => {
  const title = 'List of Bugs Fixed in Windows NT 4.0'
  const words = [
    ...piecesOf(
      'This hotfix supersedes ¦corrected in Windows ¦In addition to ¦the following fixes ¦This fix replaces x. ',
    ),
    ...piecesOf('( ¦"¦a. A'),
  ]
  // A pattern that tries each place again from each place takes half a minute.
  return assertQuick(words, { length: 100_000, milliseconds: 500 }, (text) =>
    labelsOf({ article: 100001, title, blocks: [text, `${text}:`, 'Q100002 x'] }),
  )
})
