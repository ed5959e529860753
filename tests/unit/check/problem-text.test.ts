import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toProblemText } from '@/lib/check/problem-text'

const wordsOf = (text: string) => toProblemText(text).split(/\s+/).filter(Boolean).join(' ')

test('of an entry its source, its number and its description stay; when, where and to whom go', () => {
  const entry = `Event Type:\tError
Event Source:\tMSExchangeIS
Event Category:\tGeneral
Event ID:\t9518
Date:\t\t8/24/2007
Time:\t\t1:02:03 AM
User:\t\tCONTOSO\\jsmith
Computer:\tEX01
Description:
Error 0xfffffde0 starting Storage Group.
For more information, see Help and Support Center at
http://go.microsoft.com/fwlink/events.asp.
Data:
0000: 7b 32 34 42 32 43 31 36   {24B2C16`
  assert.equal(wordsOf(entry), 'MSExchangeIS 9518 Error 0xfffffde0 starting Storage Group.')
})

test('a whole entry on one line keeps its description', () => {
  assert.match(
    wordsOf('Type: Error Source: MsiInstaller Category: None Event ID: 11306 Description: Product -- Error'),
    /Product -- Error/,
  )
})

test('builds and codes stay, dates and times and identifiers of objects go', () => {
  assert.equal(
    wordsOf(
      '8.0.685.24 0x80070643 on 2007-08-24 01:02:03.123 {24B2C164-DE66-44FE-B468-A46D9D5E6B31} store.exe 23.11.2007',
    ),
    '8.0.685.24 0x80070643 on store.exe',
  )
})
