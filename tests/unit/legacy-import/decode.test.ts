import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeLegacyText } from '@/lib/legacy-import/shared/decode'

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

test('bytes that are no UTF-8 are windows-1252', () => {
  const { text, encoding } = decodeLegacyText(Uint8Array.of(0x93, 0x5a, 0xfc, 0x94, 0x80, 0x99), 'a.txt')
  assert.equal(encoding, 'windows-1252')
  assert.equal(text, '“Zü”€™')
})

test('valid UTF-8 is UTF-8, and a byte order mark goes', () => {
  const { text, encoding, problems } = decodeLegacyText(ascii('\ufeffZürich'), 'a.txt')
  assert.equal(encoding, 'utf-8')
  assert.equal(text, 'Zürich')
  assert.deepEqual(problems, [])
})

test('UTF-16 is told by its byte order mark', () => {
  assert.equal(decodeLegacyText(Uint8Array.of(0xff, 0xfe, 0x41, 0x00), 'a.txt').text, 'A')
  assert.equal(decodeLegacyText(Uint8Array.of(0xfe, 0xff, 0x00, 0x41), 'a.txt').text, 'A')
})

test('every kind of line end becomes one, and TAB stays', () => {
  assert.equal(decodeLegacyText(ascii('a\r\nb\rc\n\td'), 'a.txt').text, 'a\nb\nc\n\td')
})

test('control characters are dropped and reported with the line of the first', () => {
  const { text, problems } = decodeLegacyText(ascii('a\nb\x7fc\x1b\x00'), 'a.txt')
  assert.equal(text, 'a\nbc')
  assert.equal(problems.length, 1)
  assert.equal(problems[0]?.line, 2)
  assert.match(problems[0]?.what ?? '', /\(3\).*U\+007F/)
})

test('a line of a million characters is decoded whole', () => {
  const bytes = new Uint8Array(1_000_000).fill(0xe9)
  assert.equal(decodeLegacyText(bytes, 'a.txt').text.length, 1_000_000)
})
