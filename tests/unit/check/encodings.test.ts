import assert from 'node:assert/strict'
import { test } from 'node:test'
import { undoEncodings } from '@/lib/check/decode/encodings'

const CASES: readonly (readonly [what: string, written: string, plain: string])[] = [
  ['colors of a terminal', '\x1b[32;1mSource\x1b[0m HotFixID', 'Source HotFixID'],
  ['quote marks of an e-mail', '>> KB940006\n> KB941421', 'KB940006\nKB941421'],
  [
    'quoted-printable with soft line ends',
    'See http://support=\n.microsoft.com/?kbid=3D940006',
    'See http://support.microsoft.com/?kbid=940006',
  ],
  [
    'quoted-printable below a quote mark',
    '> <http://supp=\n> ort.microsoft.com/?kbid=3D940006>',
    '<http://support.microsoft.com/?kbid=940006>',
  ],
  [
    'quoted-printable in UTF-8',
    'Content-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe',
    'Content-Transfer-Encoding: quoted-printable\n\nGrüße',
  ],
  [
    'quoted-printable in Latin letters',
    'Content-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe',
    'Content-Transfer-Encoding: quoted-printable\n\nGrüße',
  ],
  [
    'a blank beside each letter',
    'type it\nH o t F i x I D     O n\nK B 9 4 0 0 0 6     2 0',
    'type it\nHotFixID  On\nKB940006  20',
  ],
  [
    'escaped XML',
    '&lt;Event&gt;&lt;EventID&gt;11306&lt;/EventID&gt;&lt;/Event&gt;',
    '<Event><EventID>11306</EventID></Event>',
  ],
  ['full-width letters', 'ＫＢ９４０００６：', 'KB940006:'],
]

for (const [what, written, plain] of CASES) {
  test(`${what}: undone`, () => assert.equal(undoEncodings(written), plain))
}

test('fields of wmic with an empty value or a date are not quoted-printable', () => {
  for (const text of ['FixComments=\nHotFixID=KB940006\nInstalledOn=20100914', 'Name=\nVersion=6.0.6002']) {
    assert.equal(undoEncodings(text), text)
  }
})
