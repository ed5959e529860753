import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareEditions, countChanges } from '@/lib/kb/articles/compare-editions'
import type { EditionBlock, SectionChange, WordChange } from '@/lib/kb/articles/edition'
import { holdsFor } from '@/tests/support/holds'

const block = (text: string, section?: string): EditionBlock => ({ text, section })
const shown = (changes: readonly SectionChange[]) =>
  changes.map(({ section, blocks }) => [
    section,
    ...blocks.map((words) =>
      words.map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`)).join(''),
    ),
  ])

test('what changed is shown by section and word, and what did not is left out', () => {
  const older = [block('Intro.'), block('Cause', 'Cause'), block('The disk is full.', 'Cause'), block('Old.', 'Status')]
  const newer = [
    block('Intro.'),
    block('Cause', 'Cause'),
    block('The log disk is full.', 'Cause'),
    block('New step.', 'Resolution'),
  ]
  assert.deepEqual(shown(compareEditions(older, newer)), [
    ['Cause', 'The +[log ]disk is full.'],
    ['Resolution', '-[Old]+[New step].'],
  ])
  assert.deepEqual(countChanges(older, newer), { added: 3, removed: 1 })
  assert.deepEqual(compareEditions(older, older), [])
})

test('a sentence in place of another is one change, and added words stay apart', () => {
  const shownOf = (before: string, after: string) => shown(compareEditions([block(before)], [block(after)]))[0]?.[1]
  assert.equal(shownOf('This lists issues.', 'Check the hosts.'), '-[This lists issues]+[Check the hosts].')
  assert.equal(shownOf('It runs.', 'It always runs today.'), 'It +[always ]runs+[ today].')
  assert.equal(shownOf('One two three.', 'One 2 three.'), 'One -[two]+[2] three.')
})

test('both texts can be read from what is shown of a change', () => {
  const blocks = fc.array(
    fc.record({
      text: fc
        .array(fc.constantFrom('a', 'b', 'c. ', ' ', 'd\n', '😀'), { maxLength: 12 })
        .map((words) => words.join('')),
    }),
    { maxLength: 12 },
  )
  holdsFor(
    fc.tuple(blocks, blocks),
    ([older, newer]) => {
      const words = compareEditions(older, newer).flatMap((section) => section.blocks.flat())
      const textOf = (list: readonly EditionBlock[], kind: WordChange['kind']) => {
        const all = list.map(({ text }) => text).join('')
        const part = words.filter((word) => word.kind === kind || word.kind === 'same').map(({ text }) => text)
        // What is the same in both is not shown, so the shown part is at most the whole.
        assert.ok(part.join('').length <= all.length)
        return all.length - part.join('').length
      }
      assert.equal(textOf(older, 'removed'), textOf(newer, 'added'))
    },
    300,
  )
})

test('two long texts without a common word are compared in bounded time, whole', { timeout: 60_000 }, () => {
  const make = (letter: string) =>
    Array.from({ length: 8000 }, (_, at) => block(`${letter}${at} ${letter.repeat(200)}`))
  const changes = compareEditions(make('a'), make('b'))
  assert.equal(changes.flatMap(({ blocks }) => blocks).length, 8000)
})
