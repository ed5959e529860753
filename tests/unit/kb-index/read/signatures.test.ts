import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { parseSignature } from '@/lib/kb/signatures/parse-signature'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { listFileVersions, lookUpBuild } from '@/lib/kb-index/read/file-versions'
import {
  getSignatureHint,
  getSignaturePage,
  hasSignature,
  listSignatureKinds,
  listSignatures,
} from '@/lib/kb-index/read/signatures'
import { IndexWriter } from '@/lib/kb-index/write/index-writer'
import { indexPath, openSampleIndex, putFiles } from '@/tests/support/sample-index'

const FILES = {
  'a.md': `number: 900101
title: Setup ends with error 1603

Type: Error, Event Source: MsiInstaller, Event ID: 11306 is logged.

The code is 0x80070643.`,
  'b.md': `number: 900102
title: An event is logged

Event ID: 11306 is logged by another program. Store.exe 5.5.2653.22 and STORE.EXE 5.5.2650.24 differ.`,
  'c.md': `number: 900103
title: Event ID 1023 from Service Control Manager

Event ID: 1023 Source: Service Control Manager

The new STORE.EXE is version 5.5.2655.37, that of the next branch Store.exe 6.0.4417.5.`,
  'd.md': `number: 900104
title: First update
shortTitle: Update 1
products: [Sample Server]
build: 71.0.744.0
line: Sample Server updates

Text.`,
  'e.md': `number: 900105
title: Second update
shortTitle: Update 2
products: [Sample Server]
build: 71.0.813.0
line: Sample Server updates

Text.`,
}
const database = await openSampleIndex({ after }, FILES)

function page(database: IndexDatabase, text: string) {
  const signature = parseSignature(text)
  return signature && getSignaturePage(database, signature, 1)
}

test('a signature lists the articles that mention it with the sentence, those of narrower ones too', () => {
  const event = page(database, 'event id 11306')
  assert.equal(event?.articleCount, 2)
  assert.deepEqual(
    event?.articles.items.map((article) => [article.number, article.context]),
    [
      [900101, 'Type: Error, Event Source: MsiInstaller, Event ID: 11306 is logged.'],
      [900102, 'Event ID: 11306 is logged by another program.'],
    ],
  )
  assert.deepEqual(
    event?.narrower.map(({ id, label, articleCount }) => [id, label, articleCount]),
    [['event-11306-msiinstaller', 'Event ID 11306, source MsiInstaller', 1]],
  )
  assert.equal(page(database, 'event-11306-msiinstaller')?.broader?.articleCount, 2)
})

test('a code and the Windows error inside lead to each other', () => {
  assert.deepEqual(
    page(database, '-2147023293')?.related.map(({ id, articleCount }) => [id, articleCount]),
    [['error-1603', 1]],
  )
  const error = page(database, 'error 1603')
  assert.deepEqual(error?.names, ['ERROR_INSTALL_FAILURE'])
  assert.deepEqual(
    error?.related.map(({ id }) => id),
    ['0x80070643'],
  )
})

test('a signature that only a related one is mentioned for is known, any other is not', async (context) => {
  const database = await openSampleIndex(context, { 'a.md': 'number: 900101\ntitle: Error 1605\n\nText.' })
  assert.equal(page(database, '0x80070645')?.articleCount, 0)
  assert.deepEqual(
    page(database, '0x80070645')?.related.map(({ id }) => id),
    ['error-1605'],
  )
  for (const text of ['0x80070005', 'event 5', 'stop 0xa', 'none.exe', '99.1.2.3']) {
    const signature = parseSignature(text)
    assert.ok(signature, text)
    assert.equal(hasSignature(database, signature), false, text)
    assert.equal(getSignaturePage(database, signature, 1), undefined, text)
  }
})

test('a label is as most articles write it, the first in order when they are as many', () => {
  assert.equal(page(database, 'store.exe')?.label, 'STORE.EXE')
})

test('kinds are listed with their most mentioned, sources of events below their number only', () => {
  const kinds = listSignatureKinds(database)
  assert.deepEqual(
    kinds.map(({ kind, signatures }) => [kind, signatures.itemCount]),
    [
      ['code', 1],
      ['error', 1],
      ['event', 2],
      ['file', 1],
      ['version', 6],
    ],
  )
  assert.deepEqual(
    listSignatures(database, 'event', 9).signatures.items.map(({ id, articleCount }) => [id, articleCount]),
    [
      ['event-11306', 2],
      ['event-1023', 1],
    ],
  )
})

test('a search text that holds a signature is told so when an article mentions it', () => {
  const hint = (text: string) => getSignatureHint(database, text)?.id
  assert.equal(hint('0X80070643'), '0x80070643')
  assert.equal(hint('rollup fails with 0x80070643'), '0x80070643')
  assert.equal(hint('event id 1023 Service Control Manager'), 'event-1023')
  assert.equal(hint('event id 1023 source Service Control Manager'), 'event-1023-service-control-manager')
  assert.equal(hint('event 1023 unknown'), 'event-1023')
  assert.equal(hint('0x80070005'), undefined)
  assert.equal(hint('1603'), undefined)
  assert.equal(hint('how to install'), undefined)
})

test('versions of a file are ordered by their numbers, and those of its branch are told apart', () => {
  assert.deepEqual(
    listFileVersions(database, 'store.exe').map(({ version, number }) => [version, number]),
    [
      ['6.0.4417.5', 900103],
      ['5.5.2655.37', 900103],
      ['5.5.2653.22', 900102],
      ['5.5.2650.24', 900102],
    ],
  )
  const lookup = lookUpBuild(database, 'Store.exe 5.5.2653')
  assert.deepEqual(
    lookup?.sameVersion.map(({ version }) => version),
    ['5.5.2653.22'],
  )
  assert.deepEqual(
    lookup?.newerFiles.map(({ version }) => version),
    ['5.5.2655.37'],
  )
  const prefix = parseSignature('5.5.2653')
  assert.ok(prefix && hasSignature(database, prefix))
  assert.deepEqual(
    lookUpBuild(database, '5.5.2653.22')?.sameVersion.map(({ fileName }) => fileName),
    ['store.exe'],
  )
})

const PLACES: readonly (readonly [text: string, isExact: boolean, below?: string, above?: string])[] = [
  ['71.0.744.0', true, 'Update 1', 'Update 2'],
  ['71.00.0744.000', true, 'Update 1', 'Update 2'],
  ['71.0.744', true, 'Update 1', 'Update 2'],
  ['71.0.700.9', false, undefined, 'Update 1'],
  ['71.0.800.0', false, 'Update 1', 'Update 2'],
  ['71.0.999.0', false, 'Update 2', undefined],
]

for (const [text, isExact, below, above] of PLACES) {
  test(`build ${text} lies between ${below} and ${above}`, async (context) => {
    const places = lookUpBuild(await openSampleIndex(context, FILES), text)?.places
    assert.deepEqual(
      places?.map((place) => [place.product, place.isExact, place.below?.name, place.above?.name]),
      [['Sample Server', isExact, below, above]],
    )
  })
}

test('a build that several products have is listed for each, and one of no product for none', async (context) => {
  const database = await openSampleIndex(context, {})
  const products = (text: string) =>
    lookUpBuild(database, text)?.places.map(({ product, isExact }) => [product, isExact])
  assert.deepEqual(products('6.5.7638'), [['Exchange Server 2003', true]])
  assert.deepEqual(products('8.0.685.24'), [['Exchange Server 2007', true]])
  assert.deepEqual(products('8.0.700.1'), [
    ['Exchange Server 2007', false],
    ['SQL Server 2000', false],
  ])
  assert.deepEqual(products('8.0.194'), [['SQL Server 2000', true]])
  assert.deepEqual(products('8.0.100'), [])
  assert.deepEqual(products('99.1.2.3'), [])
  assert.equal(lookUpBuild(database, 'no build'), undefined)
})

test('an update of the index leaves the signatures that a new index has', async (context) => {
  const file = indexPath(context)
  const writer = IndexWriter.build(file)
  putFiles(writer, FILES)
  await writer.finish()
  const update = IndexWriter.update(file)
  update.removeFile('a.md')
  putFiles(update, { 'c.md': 'number: 900103\ntitle: Nothing\n\nNothing is left.' })
  await update.finish()
  const database = openIndex(file)
  context.after(() => closeDatabase(database))
  const ids = listSignatureKinds(database).flatMap(({ signatures }) =>
    signatures.items.map(({ id, articleCount }) => `${id} ${articleCount}`),
  )
  assert.deepEqual(ids, [
    'event-11306 1',
    'store.exe 1',
    '5.5.2650.24 1',
    '5.5.2653.22 1',
    '71.0.744.0 1',
    '71.0.813.0 1',
  ])
})
