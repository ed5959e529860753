import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSignatures } from '@/lib/kb/signatures/find-signatures'
import { piecesOf } from '@/tests/support/pieces'
import { assertQuick } from '@/tests/support/processor-time'

const ids = (text: string) => findSignatures(text).map(({ id, version }) => (version ? `${id} ${version}` : id))

const FOUND: readonly (readonly [text: string, ...ids: readonly string[]])[] = [
  // Codes
  ['Error Code: 0x80070643', '0x80070643'],
  ['returned 0X8004010F.', '0x8004010f'],
  ['The error code is 80040154.', '0x80040154'],
  ['Method failed (80004005): Unspecified error', '0x80004005'],
  ["Run-time error '-2147467259 (80004005)':", '0x80004005', '0x80004005'],
  ['IS/DS Error -2147221233 occurred', '0x8004010f'],
  ['returned error 2147942405', '0x80070005'],
  ['-2147023143 (&H800706d9)', '0x800706d9', '0x800706d9'],
  ['ID no: c1037556', '0xc1037556'],
  ['ID no:c1031667', '0xc1031667'],
  ['[ID no: 80040110-0514-000006bb]', '80040110-0514-000006bb'],
  ['Access violation - code c0000005 (first chance)', '0xc0000005'],
  ['The exception generated was c0000005 at address 77f6cbfe', '0xc0000005'],
  ['Exception: access violation (0xc0000005), Address: 0x77f6cbfe', '0xc0000005'],
  ['Error Code: 0x4000F114', '0x4000f114'],
  ['failed with error 0x00000643', 'error-1603'],
  ['E_ACCESSDENIED and REGDB_E_CLASSNOTREG', '0x80070005', '0x80040154'],
  // Error numbers
  ['Error code 1603.', 'error-1603'],
  ['Error 1306. Another application', 'error-1306'],
  ["Run-time error '429':", 'error-429'],
  ['Error #10', 'error-10'],
  ['errors 53 or 67', 'error-53', 'error-67'],
  ['Server: Msg 823, Level 24, State 1', 'error-823'],
  ['error -1018 (JET_errReadVerifyFailure)', 'error--1018', 'error--1018'],
  ['error code 0xfffffc06', 'error--1018'],
  ['error 0x2740', 'error-10048'],
  ['return code 3010', 'error-3010'],
  ['ERROR_INSTALL_FAILURE', 'error-1603'],
  ['WSAECONNRESET', 'error-10054'],
  ['Error 0002: The system cannot find the file', 'error-2'],
  // Stop screens
  ['STOP 0xA', 'stop-0x0000000a'],
  ['*** STOP: 0x0000000A (0x00000004, 0x00000002, 0x00000001, 0x8010b262)', 'stop-0x0000000a'],
  ['STOP: 0x0000001E (0xC0000005, 0xA0036FC2, 0x00000000, 0x00000004)', 'stop-0x0000001e', '0xc0000005'],
  ['STOP:c000021a {Fatal System Error}', 'stop-0xc000021a'],
  ['a Stop error 0x7B', 'stop-0x0000007b'],
  ['KERNEL_DATA_INPAGE_ERROR', 'stop-0x0000007a'],
  ['bugcheck code 0x1000007e', 'stop-0x0000007e'],
  // Events
  ['Event ID: 1023', 'event-1023'],
  ['Type: Error\nSource: MsiInstaller\nCategory: None\nEvent ID: 11306', 'event-11306-msiinstaller'],
  ['Type: Error\nSource:\nMsiInstaller\nCategory: None\nEvent ID:\n11729', 'event-11729-msiinstaller'],
  ['Event ID: 5017 Source: tlnk3 Type: Warning', 'event-5017-tlnk3'],
  ['Event ID: 7000\nSource: Service Control Manager\nDescription: none', 'event-7000-service-control-manager'],
  ['The description for Event ID ( 9996 ) in Source ( MSExchangeMTA ) could', 'event-9996-msexchangemta'],
  ["<Provider Name='MsiInstaller' /><EventID Qualifiers='0'>11306</EventID>", 'event-11306-msiinstaller'],
  ['ProviderName : MsiInstaller\nId           : 11306\n', 'event-11306-msiinstaller'],
  ['EventID      : 1023\nSource       : MsiInstaller', 'event-1023-msiinstaller'],
  ['Event IDs 9 and 11: SCSI', 'event-9', 'event-11'],
  ['Event IDs 2380 and 2446/2447', 'event-2380', 'event-2446', 'event-2447'],
  ['EventID=168', 'event-168'],
  ['Event 7200 is logged', 'event-7200'],
  ['logs many Event ID 2024s.', 'event-2024'],
  ['Event ID: 1\nSource: Ax\n\nEvent ID: 2\nSource: Bx\n', 'event-1-ax', 'event-2-bx'],
  ['Source: Ax\nEvent ID: 1\n\nSource: Bx\nEvent ID: 2\n', 'event-1-ax', 'event-2-bx'],
  // Messages and bulletins
  ['TEST.OBJ : error LNK2001: unresolved', 'lnk2001'],
  ['fatal error C1001: INTERNAL COMPILER ERROR', 'c1001'],
  ['F6096: array subscript expression out of range', 'f6096'],
  ['ORA-01017: invalid username', 'ora-01017'],
  ['Microsoft Security Bulletin MS00-005', 'ms00-005'],
  // Files and versions
  ['a crash in Services.exe.', 'services.exe'],
  ['C:\\WINNT\\System32\\Drivers\\Tcpip.sys', 'tcpip.sys'],
  ['copy telephon.cp$ from disk 5', 'telephon.cp$'],
  ['Microsoft.Exchange.Setup.dll', 'microsoft.exchange.setup.dll'],
  ['Mapi32.dll 5.5.2448.0', 'mapi32.dll 5.5.2448.0', '5.5.2448.0'],
  ['version 8.1.2367.0 of Msoutl32.dll', '8.1.2367.0', 'msoutl32.dll 8.1.2367.0'],
  ['02-Mar-2001  00:00  2.0.1493.3236  75,024  Odpsys32.exe', '2.0.1493.3236', 'odpsys32.exe 2.0.1493.3236'],
  [
    'Store.exe  5.5.2655.37\nMtamsg.dll  5.5.2331.0',
    'store.exe 5.5.2655.37',
    '5.5.2655.37',
    'mtamsg.dll 5.5.2331.0',
    '5.5.2331.0',
  ],
  ['COMCTL32.OCX  597,264  2/28/97  5.00.3828', 'comctl32.ocx 5.0.3828', '5.0.3828'],
  ['build 8.00.0744.000', '8.0.744.0'],
  ['AdminDisplayVersion : Version 8.0 (Build 685.24)', '8.0.685.24'],
  ['Version 8.1 (Build 30240.6)', '8.1.240.6'],
  ['Windows 95 4.00.950B', '4.0.950'],
  ['version 5.5.0.1', '5.5.0.1'],
]

for (const [text, ...expected] of FOUND) {
  test(`finds ${expected.join(', ')} in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(ids(text), expected)
  })
}

const NOTHING: readonly string[] = [
  'Call (800) 426-9400 or 425-882-8080¦Article ID: 940006, Q156091 and KB935999',
  'on 31.12.1999 and 12.31.1999, at 10:15:20¦The address 192.168.1.2, mask 255.255.255.0, and 5.5.0.1',
  'see section 3.5.2 and 1.2.3¦OID 1.2.840.113556.1.4.159¦{831FDD16-0C5C-11D2-A9FC-0000F8754DA1}',
  '80040154-0C5C-11D2-A9FC-0000F8754DA1¦HKEY_CLASSES_ROOT = 0x80000000, HKEY_LOCAL_MACHINE = &H80000002',
  'the maximum negative value is -2147483648¦result 0x0, 0x00000000, 0xffffffff',
  'The instruction at 0x77f0515d referenced memory at 0x80041234¦fatal exception 0E at 0028:C0001234 in VXD',
  '80100000 3a2f1c00 80040154 00000000 c4c2f2d9¦Change it to 0x00000004 for mixed node',
  'ESI=80041234 EDI=00000002 at¦serial 80012345 and phone 80045678¦NET STOP SERVER',
  'STOP: 0xFACEFEED (0x800BD950,00000000)¦in the event 10 users log on¦Event ID: 0',
  'error 0, errors 3 of them, error 5%¦Error: 3 files could not be copied¦there were errors in 1997',
  'the model C2065 printer¦microsoft.com, win.com and e-mail at a.exec',
  '*.dll and <name>.exe and filename.exe and xxx.dll¦exam 70-219.01.04.001 has¦1,234.567.890 bytes',
  'http://example.com/2.0.1493.3236/file',
]

for (const text of NOTHING.flatMap(piecesOf)) {
  test(`finds no signature in ${JSON.stringify(text)}`, () => assert.deepEqual(ids(text), []))
}

test('a place names the words in which it was found', () => {
  const text = 'Event ID: 1023 came with error code 1603'
  assert.deepEqual(
    findSignatures(text).map(({ start, end }) => text.slice(start, end)),
    ['Event ID: 1023', 'error code 1603'],
  )
})

test('any text of 100 KB takes linear time', () => {
  const pieces = [
    ...piecesOf("0x¦0¦a¦-¦.¦1.¦1.1¦error ¦Event ID:¦Source: ¦stop: 0x¦\n¦ ¦(¦'¦.dll¦a.dll ¦Version ¦MS00-¦80040154-"),
    ...piecesOf('80040154 ¦E_¦A_A¦WSA¦C2065¦, 1¦event 1/¦err or ¦a.¦-2147467259 '),
  ]
  return assertQuick(pieces, { length: 100_000, milliseconds: 1500 }, findSignatures)
})

test('a program right beside the number of an event is its source, whatever stands around', () => {
  const idsOf = (text: string) => findSignatures(text).map(({ id }) => id)
  assert.deepEqual(
    idsOf('MsiInstaller event 1023 on the hub (Event ID 454, source ESE), then Event ID 9519 from MSExchangeIS.'),
    ['event-1023-msiinstaller', 'event-454-ese', 'event-9519-msexchangeis'],
  )
  assert.deepEqual(idsOf('USA Event 2000, Windows NT Event 1234'), ['event-2000', 'event-1234'])
  assert.deepEqual(idsOf('error         7000   9/23/2002'), [])
})
