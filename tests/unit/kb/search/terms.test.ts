import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStopWord } from '@/lib/kb/search/stop-words'
import { listSynonyms, MAX_SYNONYM_WORDS } from '@/lib/kb/search/synonyms'
import { extractTerms, foldText, listWordTerms } from '@/lib/kb/search/terms'

const TERMS: readonly [text: string, words: readonly string[], parts: readonly string[]][] = [
  ['Printing printers PRINTED', ['print', 'printer', 'print'], []],
  ["can't open the user's file", ['cant', 'open', 'the', 'user', 'file'], []],
  ['can’t', ['cant'], []],
  ['services.exe', ['servic', 'exe'], ['services.exe']],
  ['0x80040154', ['0x80040154'], []],
  ['c1037556', ['c1037556'], []],
  ['HKEY_LOCAL_MACHINE', ['hkei', 'local', 'machin'], ['hkey_local_machine']],
  ['tcp/ip', ['tcp', 'ip'], ['tcp/ip']],
  ['WS_EX_TRANSPARENT', ['ws', 'ex', 'transpar'], ['ws_ex_transparent']],
  ['5.5.2653.22', ['5', '5', '2653', '22'], ['5.5.2653.22']],
  ['MS00-005', ['ms00', '005'], ['ms', '00', 'ms00-005']],
  ['GetDisplayName', ['getdisplaynam'], ['get', 'displai', 'name']],
  ['DOS does, OLE and OL', ['dos', 'doe', 'ole', 'and', 'ol'], []],
  ['use, uses, used, using us', ['use', 'use', 'use', 'use', 'us'], []],
  [
    'important to import, a customer, customers, authority, authorities',
    ['important', 'to', 'import', 'a', 'customer', 'customer', 'authoriti', 'authoriti'],
    [],
  ],
  ['going to go, being', ['go', 'to', 'go', 'be'], []],
  ['key, keys, a PC, PCs, news of new', ['kei', 'kei', 'a', 'pc', 'pc', 'news', 'of', 'new'], []],
  ['SP4 on NT4', ['sp4', 'on', 'nt4'], ['sp', '4', 'nt', '4']],
  ['C++ and C#, not C', ['c++', 'and', 'c#', 'not', 'c'], []],
  ['Größe café', ['große', 'cafe'], []],
  ['.NET and F#, not net', ['.net', 'and', 'f#', 'not', 'net'], ['net']],
  ['ASP.NET', ['asp', 'net'], ['asp.net']],
  ['日本語 印 プリンター', ['日本', '本語', '印', 'プリ', 'リン', 'ンタ', 'ター'], []],
  ['프린터 x日本', ['프린', '린터', 'x', '日本'], []],
  ['', [], []],
  ['-- "" !', [], []],
]

test('a text has the terms of its words, and of its identifiers in whole and in pieces', () => {
  for (const [text, expectedWords, expectedParts] of TERMS) {
    const words: string[] = []
    const parts: string[] = []
    extractTerms(text, { onWord: (term) => words.push(term), onPart: (term) => parts.push(term) })
    assert.deepEqual(words, expectedWords, text)
    assert.deepEqual(parts, expectedParts, text)
  }
})

test('each word says where it stands, and each identifier of how many words it is made', () => {
  const text = 'Start setup.exe, then Café'
  const places: string[] = []
  const counts: number[] = []
  extractTerms(text, {
    onWord: (_term, plain, start, end) => places.push(`${text.slice(start, end)}:${plain}`),
    onPart: (_term, wordCount) => counts.push(wordCount),
  })
  assert.deepEqual(places, ['Start:start', 'setup:setup', 'exe:exe', 'then:then', 'Café:cafe'])
  assert.deepEqual(counts, [2])
})

test('case, accents and long runs of letters change nothing but the form', () => {
  assert.equal(foldText('CAFÉ'), foldText('cafe\u0301'))
  assert.deepEqual(listWordTerms('x'.repeat(41)), [])
  for (const piece of ['a', '.', 'a.', "a'", '\u0301', '\ud800', 'c+']) {
    assert.ok(listWordTerms(piece.repeat(50_000)).length <= 50_000, piece)
  }
})

test('names of the same thing stand for each other, and meanings one way only', () => {
  const termsOf = (text: string) => listSynonyms(listWordTerms(text)).map(({ terms }) => terms.join(' '))
  assert.ok(termsOf('owa').includes(listWordTerms('outlook web access').join(' ')))
  assert.ok(termsOf('outlook web access').includes('owa'))
  assert.ok(termsOf('freeze').includes(listWordTerms('stop responding').join(' ')))
  assert.deepEqual(termsOf('services.exe'), [])
  assert.deepEqual(listSynonyms(Array.from({ length: MAX_SYNONYM_WORDS + 1 }, () => 'owa')), [])
  for (const { weight, isName } of listSynonyms(listWordTerms('crash'))) {
    assert.ok(weight > 0 && weight < 1)
    assert.equal(isName, false)
  }
})

test('a number of two hexadecimal digits is one thing in each of its spellings', () => {
  const namesOf = (text: string) => listSynonyms(listWordTerms(text)).map((synonym) => synonym.text)
  assert.deepEqual(namesOf('0x0E'), ['0eh', '0e'])
  assert.deepEqual(namesOf('0f'), ['0x0f', '0fh'])
  assert.deepEqual(namesOf('13h'), ['0x13'])
  for (const text of ['13', '0x0000007b', 'e0', 'ah']) assert.deepEqual(namesOf(text), [], text)
})

test('stop words say nothing, and words of the field do', () => {
  for (const word of ['the', 'cant', "can't", 'how']) assert.ok(isStopWord(word), word)
  for (const word of ['server', 'stop', 'not found', 'it']) assert.equal(isStopWord(word), word === 'it', word)
})
