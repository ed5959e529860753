import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSignature, parseSignatureSegment } from '@/lib/kb/signatures/parse-signature'
import { piecesOf } from '@/tests/support/pieces'

/** Each id with its spellings. */
const SPELLINGS: Readonly<Record<string, string | readonly string[]>> = {
  '0x80070643': [
    '0x80070643¦0X80070643¦&H80070643¦80070643¦-2147023293¦2147944003¦"0x80070643"¦error 0x80070643',
    'HRESULT: 0x80070643¦０x80070643',
  ],
  '0x80004005': 'E_FAIL¦e_fail¦(80004005)¦-2147467259 (80004005)',
  '0xc1037556': 'c1037556¦C1037556¦ID no: c1037556',
  '80040110-0514-000006bb': '80040110-0514-000006BB¦ID no: 80040110-0514-000006bb',
  'error-1603': [
    'error-1603¦Error 1603¦error code 1603¦ERROR_INSTALL_FAILURE¦error_install_failure¦0x643¦0x00000643',
    'Error: 1603.',
  ],
  'error--1018': 'error--1018¦error -1018¦JET_errReadVerifyFailure¦0xfffffc06',
  'stop-0x0000000a': [
    'stop-0x0000000a¦stop-0xa¦STOP 0xA¦stop: 0x0000000A¦Stop A¦stop error 0x0a¦IRQL_NOT_LESS_OR_EQUAL',
    '0x0000000A¦0xA',
  ],
  'stop-0xc000021a': 'STOP C000021A¦stop: 0xC000021A',
  'event-1023': 'event-1023¦event 1023¦Event ID: 1023¦event id 1023¦EventID=1023¦event ids 1023¦Event-01023',
  'event-11306-msiinstaller': [
    'event-11306-msiinstaller¦EVENT-11306-MsiInstaller¦Event ID 11306, source MsiInstaller',
    'event id 11306 source: MsiInstaller¦event 11306 MsiInstaller¦MsiInstaller event 11306',
    'Source: MsiInstaller Event ID: 11306',
  ],
  'event-7000-service-control-manager':
    'event id 7000 source Service Control Manager¦Service Control Manager event 7000',
  lnk2001: 'LNK2001¦lnk2001¦error LNK2001',
  c1001: 'C1001¦fatal error C1001',
  'ms00-005': 'MS00-005¦ms00-005¦Security Bulletin MS00-005',
  'services.exe': 'services.exe¦SERVICES.EXE¦Services.exe file',
  'telephon.cp$': 'telephon.cp$¦TELEPHON.CP$',
  '8.0.744.0': '8.0.744.0¦8.00.0744.000¦build 8.0.744.0¦version 8.00.0744.000',
  '6.5.7638': '6.5.7638',
  '8.1.240.6': 'Version 8.1 (Build 30240.6)',
}

for (const [id, spellings] of Object.entries(SPELLINGS)) {
  for (const text of [id, ...[spellings].flat().flatMap(piecesOf)]) {
    test(`${JSON.stringify(text)} is ${id}`, () => assert.equal(parseSignature(text)?.id, id))
  }
}

for (const text of ['Mapi32.dll 5.5.2448.0', 'MAPI32.DLL version 5.05.2448.00', 'mapi32.dll (5.5.2448.0)']) {
  test(`${JSON.stringify(text)} is a file with a version`, () => {
    const signature = parseSignature(text)
    assert.deepEqual([signature?.id, signature?.version], ['mapi32.dll', '5.5.2448.0'])
  })
}

const NONE = [
  ...piecesOf('¦940006¦KB940006¦Q156091¦1603¦12345678¦0¦0x0¦0x00000000¦0xffffffff¦exchange¦stop¦stop server¦event'),
  ...piecesOf('event log¦event in 1999¦how to fix error 1603 in setup¦.dll¦*.exe¦www.microsoft.com¦\0¦12-34'),
  ...piecesOf('99999999.1.1'),
  'x'.repeat(10_000),
]

for (const text of NONE) {
  test(`${JSON.stringify(text.slice(0, 40))} is no signature`, () => assert.equal(parseSignature(text), undefined))
}

test('the last part of an address is decoded; what cannot be decoded is no signature', () => {
  assert.equal(parseSignatureSegment('telephon.cp%24')?.id, 'telephon.cp$')
  assert.equal(parseSignatureSegment('event%20id%201023')?.id, 'event-1023')
  assert.equal(parseSignatureSegment('%E0%A4%A'), undefined)
})
