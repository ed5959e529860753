import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { openShippedIndex } from '@/tests/support/shipped-index'

const index = await openShippedIndex()
const whole = readFileSync(new URL('../../fixtures/check/seed-events/input.txt', import.meta.url), 'utf8')
const [first = '', second = '', third = ''] = whole.split(/(?=^Type:)/m)
const EVENTS = ['event-11306-msiinstaller', 'event-1023-msiinstaller', 'event-11729-msiinstaller']

/** A paste and what must be recognised in it; the article is always KB940006. */
const PASTES: Readonly<Record<string, { text: string; ids: readonly string[] }>> = {
  'the three entries': { text: whole, ids: [...EVENTS, 'error-1603', '0x80070643'] },
  'the first entry': { text: first, ids: ['event-11306-msiinstaller'] },
  'the second entry': { text: second, ids: ['event-1023-msiinstaller', 'error-1603'] },
  'the third entry, whose number stands on a line of its own': { text: third, ids: ['event-11729-msiinstaller'] },
  'the first entry without its description': {
    text: first.slice(0, first.indexOf('Description')),
    ids: ['event-11306-msiinstaller'],
  },
  'the description of the first entry': { text: between(first, 'Product:', 'For more'), ids: ['error-1306'] },
  'the description of the second entry': { text: between(second, 'Product:', 'For more'), ids: ['error-1603'] },
  'the second entry without the number of the article': {
    text: second.replace(/ \(KB\d+\)/, ''),
    ids: ['event-1023-msiinstaller'],
  },
  'the entries with real paths': {
    text: whole
      .replaceAll(' PathOfFile ', 'D:\\Exchange Server\\Bin\\sample.dll')
      .replace(/Drive :\\\s*FileName\.log/, 'C:\\Logs\\Update4.log'),
    ids: EVENTS,
  },
  'the code that Microsoft Update shows': { text: 'Error Code: 0x80070643', ids: ['0x80070643'] },
  'the code in decimal': { text: 'Windows Update failed with error -2147023293', ids: ['0x80070643'] },
}

for (const [what, { text, ids }] of Object.entries(PASTES)) {
  test(`${what}: KB940006 is first, however the text is wrapped`, async () => {
    for (const wrapped of [text, wrap(text, 30), wrap(text, 60), wrap(text, 400), quoted(text)]) {
      const { articles, signatures } = await judgePaste(index, wrapped)
      assert.equal(articles[0]?.article.number, 940006, wrapped)
      const found = signatures.map(({ id }) => id)
      for (const id of ids) assert.ok(found.includes(id), `${id} in ${wrapped}`)
    }
  })
}

function between(text: string, from: string, to: string): string {
  return text.slice(text.indexOf(from), text.indexOf(to))
}

/** Breaks lines elsewhere, between words. */
function wrap(text: string, width: number): string {
  return text.replace(/\s+/g, ' ').replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n')
}

function quoted(text: string): string {
  return text.replace(/^/gm, '> ')
}
