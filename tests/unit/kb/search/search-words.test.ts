import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSearchWords, type SearchWords, withoutExcluded, withoutField } from '@/lib/kb/search/search-words'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { piecesOf } from '@/tests/support/pieces'
import { assertQuick } from '@/tests/support/processor-time'

type Said = Partial<Omit<SearchWords, 'plainText'>>

const TEXTS: readonly [string, Said][] = [
  ['', {}],
  ['services.exe cannot start', { words: ['services.exe', 'cannot', 'start'] }],
  [
    'HKEY_LOCAL_MACHINE\\Software tcp/ip 0x80040154',
    { words: ['HKEY_LOCAL_MACHINE\\Software', 'tcp/ip', '0x80040154'] },
  ],
  ['"access is denied" share', { words: ['share'], phrases: ['access is denied'] }],
  ['“access is   denied”', { phrases: ['access is denied'] }],
  ['("access denied"), share', { words: ['share'], phrases: ['access denied'] }],
  ['setup says "access denied"', { words: ['setup', 'says'], phrases: ['access denied'] }],
  // Quotes inside of a message are part of its text.
  ['find"file in use"now', { words: ['find', 'file', 'in', 'use', 'now'], preferred: ['file in use'] }],
  ['"EnableRemoteConnect"="N"', { words: ['EnableRemoteConnect', 'N'], preferred: ['EnableRemoteConnect', 'N'] }],
  [
    'The data library "vb5db.dll" could not be loaded by setup',
    {
      words: ['The', 'data', 'library', 'vb5db.dll', 'could', 'not', 'be', 'loaded', 'by', 'setup'],
      preferred: ['vb5db.dll'],
    },
  ],
  ['"quotes without end', { words: ['quotes', 'without', 'end'] }],
  ['one "two" "three', { words: ['one', 'three'], phrases: ['two'] }],
  ['"" " " "!"', {}],
  ['? !! ... -- () * -', {}],
  // What must not be in a hit.
  ['outlook -express', { words: ['outlook'], excluded: ['express'] }],
  ['setup.exe -unattend -quiet', { words: ['setup.exe', '-unattend', '-quiet'], excluded: [] }],
  ['setup.exe fails -unattend', { words: ['setup.exe', 'fails'], excluded: ['unattend'] }],
  ['outlook -"express 5"', { words: ['outlook'], excluded: ['express 5'] }],
  ['"outlook" -express -98', { words: ['-98'], phrases: ['outlook'], excluded: ['express'] }],
  ['error -1018 jet', { words: ['error', '-1018', 'jet'] }],
  ['chkdsk -f', { words: ['chkdsk', '-f'] }],
  ['re-install e-mail - now', { words: ['re-install', 'e-mail', 'now'] }],
  ['--help', { words: ['--help'] }],
  ['-express', { words: ['express'] }],
  ['-"express 5" -mail', { words: ['express 5', 'mail'] }],
  ['state:current -rollup', { state: 'no-replacement-known', excluded: ['rollup'] }],
  // Fields.
  ['mail product:exchange', { words: ['mail'], product: 'exchange', productText: 'product:exchange' }],
  [
    'Product:"Exchange Server 5.5" mail',
    { words: ['mail'], product: 'exchange-server-5-5', productText: 'Product:"Exchange Server 5.5"' },
  ],
  ['kind:how-to KIND:"How To"', { kind: 'how-to' }],
  ['kind:Update-Rollup', { kind: 'update-rollup' }],
  ['state:superseded', { state: 'superseded' }],
  ['state:"partly superseded"', { state: 'partly-superseded' }],
  ['year:1999 year:2000', { year: 2000 }],
  ['number:940006', { number: kbNumberOf(940006) }],
  ['number:Q156091 mail', { words: ['mail'], number: kbNumberOf(156091) }],
  // No fields: everything else is text.
  ['kind:banana state:odd year:1899 number:none', { words: ['kind:banana', 'state:odd', 'year:1899', 'number:none'] }],
  ['kind: problem', { words: ['kind:', 'problem'] }],
  ['product:', { words: ['product:'] }],
  ['product:!!', { words: ['product:!!'] }],
  ['Event ID:1023 Source:"Disk 1"', { words: ['Event', 'ID:1023', 'Source', 'Disk', '1'], preferred: ['Disk 1'] }],
  ['http://support.microsoft.com/kb/1', { words: ['http://support.microsoft.com/kb/1'] }],
  ['constructor:x __proto__:y', { words: ['constructor:x', '__proto__:y'] }],
  [':product :: x::exchange', { words: [':product', 'x::exchange'] }],
  ['-state:current mail', { words: ['mail'], excluded: ['state:current'] }],
  // What engines take for operators.
  ['a AND b OR NOT c NEAR d', { words: ['a', 'AND', 'b', 'OR', 'NOT', 'c', 'NEAR', 'd'] }],
  ['a* ^b title:c {d} (e) +f', { words: ['a*', '^b', 'title:c', '{d}', '(e)', '+f'] }],
  ['(((((', {}],
  ['дом 日本語 דואר', { words: ['дом', '日本語', 'דואר'] }],
]

for (const [text, said] of TEXTS) {
  test(`${JSON.stringify(text)} says ${JSON.stringify(said)}`, () => {
    const { plainText: _, ...found } = parseSearchWords(text)
    assert.deepEqual(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)), {
      words: [],
      phrases: [],
      preferred: [],
      excluded: [],
      ...said,
    })
  })
}

test('the plain text is what the fields leave, and without any field the text itself', () => {
  assert.equal(parseSearchWords('KB # 940006').plainText, 'KB # 940006')
  assert.equal(parseSearchWords('a  "b c" state:current -dd').plainText, 'a "b c" -dd')
})

test('a field is taken out of a text, whatever its spelling, and nothing else', () => {
  const text = 'mail state:current "a b" State:"superseded" kind:problem -xx ?'
  assert.equal(withoutField(text, 'state'), 'mail "a b" kind:problem -xx ?')
  assert.equal(withoutField(text, 'year'), text)
  assert.equal(withoutField('state:odd', 'state'), 'state:odd')
})

test('excluded words are taken out of a text', () => {
  assert.equal(withoutExcluded('mail -express -"a b" -1018 kind:problem'), 'mail -1018 kind:problem')
})

test('no text fails, and none costs more than its length', () => {
  const pieces = [...piecesOf('"¦-"¦product:"¦product:¦(¦a* b* c* ¦\u0000¦\ud800¦x¦:¦-¦“a” ')].map((piece) =>
    piece.repeat(20_000),
  )
  return assertQuick(pieces, { length: 1, milliseconds: 1000 }, (text) => [
    parseSearchWords(text),
    withoutField(text, 'product'),
  ])
})
