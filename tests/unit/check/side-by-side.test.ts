import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareSides } from '@/lib/check/side-by-side'
import type { SnippetPart } from '@/lib/kb/search/search-query'

const ARTICLE = `Symptoms
The service stops.
Event ID: 9519
Description: Error 0xfffffa84 starting database "First Storage Group\\Mailbox Store" on the Microsoft Exchange Information Store.
Resolution
Install the update.`
const PASTE = `Hello,
we get this every morning:

Event ID: 9519
Error 0xfffffa84 starting database "SG1\\MBX1" on the Microsoft Exchange Information Store.

Kind regards
Anna`
const write = (parts: readonly SnippetPart[] = []) =>
  parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')

test('the lines of the paste that have most of the article’s words stand beside its own, what agrees is marked', () => {
  const start = ARTICLE.indexOf('starting')
  const sides = compareSides(PASTE, ARTICLE, { start, end: start + 8 })
  assert.equal(
    write(sides?.pasted),
    `[Event ID: 9519
Error 0xfffffa84 starting database] "SG1\\MBX1" [on the Microsoft Exchange Information Store].`,
  )
  assert.match(
    write(sides?.own),
    /\[Event ID: 9519\]\nDescription: \[Error 0xfffffa84 starting database\] "First Storage/,
  )
})

test('texts that share next to nothing are not put beside each other', () => {
  assert.equal(compareSides('Nothing of the sort.', ARTICLE, { start: 0, end: 8 }), undefined)
})

test('of a long line the part around the place is shown, and the work is bounded', () => {
  const line = `${'before '.repeat(2000)}the database cannot be mounted today${' after'.repeat(2000)}`
  const start = line.indexOf('the database')
  const sides = compareSides(`${'noise '.repeat(9000)}\nthe database cannot be mounted today`, line, {
    start,
    end: start + 12,
  })
  assert.match(write(sides?.own), /^….*\[the database cannot be mounted today\].*…$/)
  assert.ok(write(sides?.own).length < 900)
})
