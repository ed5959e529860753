import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findNamedNumbers } from '@/lib/check/named-numbers'
import { parsePaste } from '@/lib/check/parse-paste'
import { valuesOf } from '@/tests/support/values-of'

const numbersOf = (text: string) => findNamedNumbers(text).map(({ number }) => number)

test('an e-mail with ten links in every historical form names ten articles', () => {
  const text = `Hello,
see http://support.microsoft.com/kb/930809/ and http://support.microsoft.com/kb/935490/en-us,
http://support.microsoft.com/default.aspx?scid=kb;en-us;
935999 (wrapped), <http://support.microsoft.com/?kbid=940006>,
https://support.microsoft.com/help/941421/title-of-it. https://support.microsoft.com/en-us/help/942846;
http://support.microsoft.com/support/kb/articles/Q156/0/91.asp, www.microsoft.com/kb/953469
KB/Q141/4/46.TXT and https://support.microsoft.com/en-us/topic/title-kb945684-44c66ad6-f185-4a1d-a9ab-473c1188954c
Contact: http://support.microsoft.com/default.aspx?scid=fh;EN-US;CNTACTMS`
  const expected = [930809, 935490, 935999, 940006, 941421, 942846, 156091, 953469, 141446, 945684]
  assert.deepEqual(numbersOf(text), expected)
  assert.ok(findNamedNumbers(text).every(({ isAddress }) => isAddress))
  assert.deepEqual(parsePaste(text).kinds, ['links'])
})

test('links in the tags of a page are found', () => {
  const { named, kinds } = parsePaste('<p>See <a href="http://support.microsoft.com/kb/940006">this</a>.</p>')
  assert.deepEqual(valuesOf(named, 'number'), [940006])
  assert.deepEqual(kinds, ['links', 'html'])
})

test('numbers are named with letters in any spelling, and by nothing less', () => {
  assert.deepEqual(
    numbersOf('KB940006, kb 941421, Q156091, ARTICLE-ID: Q141446, PSS ID Number: 115389, Article ID : 930809'),
    [940006, 941421, 156091, 141446, 115389, 930809],
  )
  assert.deepEqual(numbersOf('call 940006, order 12345, XKB940006, KB12, KB123456789'), [])
})

test('an address of another site counts only where the collection has the number', () => {
  assert.deepEqual(valuesOf(findNamedNumbers('http://help.example.org/kb/940006'), 'isBare'), [true])
})

test('each number is named once, with the words around it', () => {
  const numbers = findNamedNumbers('Install KB940006 first.\nThen remove KB940006.')
  assert.deepEqual(numbers, [{ number: 940006, isBare: false, isAddress: false, quote: 'Install KB940006 first.' }])
})
