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

const NOISE: readonly (readonly [string, string, string])[] = [
  [
    'registers and stacks',
    'X failed.\nEAX=c00309c4 CS=015f EIP=bff9dba7 EFLGS=00010216\nBytes at CS:EIP:\n53 8b 15 e4 9c',
    'X failed.',
  ],
  [
    'the header of a mail',
    'From: a@b.example\nSubject: Store stops\nMIME-Version: 1.0\n\nIt stops.',
    'Subject: Store stops It stops.',
  ],
  ['where to read more', 'It stops. For more information, see Help at http://www.example.com/x.asp?y=1', 'It stops.'],
  ['copyright lines', 'It stops.\nCopyright (c) Example Corporation. All rights reserved.', 'It stops.'],
  ['the folder of a file', 'C:\\Program Files\\Example\\store.exe stops', 'store.exe stops'],
  ['settings of a system', 'It stops.\n   Subnet Mask . . . . : 255.255.255.0', 'It stops.'],
  [
    'enumerations',
    'It stops.\nAlerter, Browser, DNS Client, Event Log, Messenger, Net Logon, Spooler, Server, Workstation',
    'It stops.',
  ],
  ['tables of names and numbers', 'It stops.\na.exe  12  K\nb.exe  13  K\nc.exe  14  K', 'It stops.'],
]

for (const [what, text, kept] of NOISE) {
  test(`${what} are noise`, () => assert.equal(wordsOf(text), kept))
}

test('a table whose cells are sentences stays', () => {
  const row = 'Error  4711  The anchor service cannot moor in the harbor.'
  assert.equal(wordsOf([row, row, row].join('\n')), wordsOf([row, row, row].join(' ')))
})

test('lines of programs, logs of web servers and counts of tools say nothing of a problem', () => {
  for (const line of [
    '#include <stdio.h>',
    'int main(int argc, char *argv[])',
    '    return GetLastError();',
    'CREATE TABLE dbo.Customers (',
    '  CustomerID int NOT NULL PRIMARY KEY,',
    '#Fields: date time s-ip cs-method cs-uri-stem',
    '2010-12-21 13:04:11 10.1.2.3 GET /owa/ - 443 Mozilla/4.0+(compatible;+MSIE+8.0)',
    '    Packets: Sent = 4, Received = 3, Lost = 1 (25% loss),',
  ]) {
    assert.equal(wordsOf(`Setup stops.\n${line}\nNobody knows why.`), 'Setup stops. Nobody knows why.', line)
  }
})
