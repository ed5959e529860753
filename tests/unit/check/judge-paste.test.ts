import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { piecesOf } from '@/tests/support/pieces'
import { assertQuick } from '@/tests/support/processor-time'
import { manyFiles, openSampleIndex, type SampleFiles } from '@/tests/support/sample-index'
import { valuesOf } from '@/tests/support/values-of'

const LINE = 'kind: update-rollup\nproducts: [Harbor Mail 5]\nline: Harbor Mail 5 updates'
const FILES: SampleFiles = {
  'u1.md': `number: 900101\ntitle: Update 1\nreleased: 2004-01-01\nbuild: 5.0.101\n${LINE}\nsupersededBy: 900102\nsupersedenceEvidence: Update 2 replaces it.\n\nText.`,
  'u2.md': `number: 900102\ntitle: Update 2\nreleased: 2004-02-01\nbuild: 5.0.202\n${LINE}\naliases: [900199]\n\n## Prerequisites\n\nInstall Service Pack 1 first.`,
  'u3.md': `number: 900103\ntitle: Update 3\nreleased: 2004-03-01\nbuild: 5.0.303\n${LINE}\nwithdrawn: It removed contacts.\n\nText.`,
  'other.md': `number: 900201\ntitle: Update 1 for SP1\nreleased: 2004-05-01\nkind: update-rollup\nproducts: [Harbor Mail 5]\nline: Harbor Mail 5 SP1 updates\n\nText.`,
  'unknown.md': 'number: 900300\ntitle: An interim update\nkind: hotfix\nsupersededBy: unknown\n\nText.',
  'problem.md':
    'number: 900400\ntitle: The anchor service stops\nkind: problem\n\nEvent ID: 4711\n\nSource: HarborAnchor\n\nThe anchor service cannot moor.',
  'common.md':
    'number: 900401\ntitle: The anchor service starts\nkind: problem\n\nThe anchor service can moor, and the harbor is calm. Error 4711.',
}

const judge = async (context: TestContext, text: string) => judgePaste(await openSampleIndex(context, FILES), text)

test('a withdrawn update is never recommended; one that is installed is said to be withdrawn', async (context) => {
  const old = await judge(context, 'KB900101')
  assert.deepEqual(
    old.lines.map(({ latest, way, isStated }) => [latest.number, way.length, isStated]),
    [[900102, 1, true]],
  )
  assert.deepEqual(old.lines[0]?.prerequisites, ['Install Service Pack 1 first.'])

  const withdrawn = await judge(context, 'KB900103')
  assert.deepEqual(
    withdrawn.updates.map(({ state, withdrawn: reason }) => [state, reason]),
    [['withdrawn', 'It removed contacts.']],
  )
  assert.deepEqual(
    withdrawn.lines.map(({ newest, way }) => [newest.number, way.length]),
    [[900103, 0]],
  )
})

test('a supersedence comes with the sentence on which it rests', async (context) => {
  const [update] = (await judge(context, 'KB900101')).updates
  assert.deepEqual(
    [update?.state, update?.supersededBy[0]?.number, update?.latest?.number],
    ['superseded', 900102, 900102],
  )
  assert.deepEqual(
    update?.evidence.map(({ sentence, statedBy }) => [sentence, statedBy]),
    [['Update 2 replaces it.', 900101]],
  )
})

test('lines of one product are rivals on one computer only', async (context) => {
  const table = (host: string) => `Source  HotFixID\n------  --------\nA       KB900102\n${host}       KB900201`
  assert.deepEqual(valuesOf((await judge(context, table('A'))).lines, 'rivals'), [
    ['Harbor Mail 5 SP1 updates'],
    ['Harbor Mail 5 updates'],
  ])
  assert.deepEqual(valuesOf((await judge(context, table('B'))).lines, 'rivals'), [[], []])
})

test('another number of an article leads to it, and a number that the collection lacks is unknown and nothing else', async (context) => {
  const { updates } = await judge(context, 'KB900199, KB987654')
  assert.deepEqual(
    updates.map(({ number, article, state, supersededBy, latest }) => [
      number,
      article.number,
      state,
      supersededBy.length,
      latest?.number,
    ]),
    [
      [900199, 900102, 'no-replacement-known', 0, undefined],
      [987654, 987654, 'unknown', 0, undefined],
    ],
  )
})

test('digits without letters count only where the collection has them', async (context) => {
  assert.deepEqual(valuesOf((await judge(context, '900101\n987654')).updates, 'number'), [900101])
})

test('replaced by nobody knows what is a state of its own', async (context) => {
  assert.equal((await judge(context, 'KB900300')).updates[0]?.state, 'superseded-by-unknown')
})

test('an update that prose names is judged and is not installed; an article about a problem is no update', async (context) => {
  const { updates, lines, articles } = await judge(context, 'We tried KB900101, and then read KB900400.')
  assert.deepEqual(
    updates.map(({ number, isInstalled }) => [number, isInstalled]),
    [[900101, false]],
  )
  assert.deepEqual(lines, [])
  assert.deepEqual(
    articles.map(({ article }) => article.number),
    [900101, 900400],
  )
})

test('the event with its source comes before words in common, with the words of the article', async (context) => {
  const { articles, signatures } = await judge(
    context,
    'Event ID: 4711\nSource: HarborAnchor\nThe anchor service cannot moor in the harbor.',
  )
  assert.equal(articles[0]?.article.number, 900400)
  assert.deepEqual(articles[0]?.reasons[0], {
    kind: 'signature',
    label: 'Event ID 4711, source HarborAnchor',
    quote: [{ text: 'Event ID: 4711', isMatch: true }],
  })
  assert.deepEqual(
    signatures.map(({ id, articleCount }) => [id, articleCount]),
    [['event-4711-harboranchor', 1]],
  )
})

/** Enough articles that a few words in a row tell something. */
const MANY: SampleFiles = {
  ...manyFiles(
    400,
    (place) => `number: ${910_000 + place}\ntitle: Notes ${place}\nkind: reference\n\nNothing of note.`,
  ),
  'tide.md':
    'number: 900500\ntitle: The tide is wrong\nkind: problem\n\nEvent ID: 77\n\nSource: Harbor Tide Service\n\nThe sluice gate was jammed.',
  'buoy.md':
    'number: 900501\ntitle: Buoys\nkind: problem\n\nEvent ID: 77\n\nSource: Buoy\n\nThe sluice gate was jammed.',
  'moor.md':
    'number: 900502\ntitle: Moorings\nkind: problem\n\nEvent ID: 4711\n\nSource: HarborAnchor\n\nAnother text.',
  'rope.md':
    'number: 900503\ntitle: Ropes\nkind: problem\n\nThe frayed hawser parted while winching against heavy easterly swell.',
}

test('a source that changed its name leads with others, and the source of another name does not', async (context) => {
  const index = await openSampleIndex(context, MANY)
  const find = async (text: string) => (await judgePaste(index, text)).articles.map(({ article }) => article.number)
  assert.deepEqual(await find('Event ID: 77\nSource: HarborTide Tide\nThe sluice gate was opened.'), [900500])
  assert.deepEqual(await find('Event ID: 77\nSource: HarborTide Tide\nSomething else.'), [])
})

test('a whole message that few articles have comes before the number of an event', async (context) => {
  const index = await openSampleIndex(context, MANY)
  const text = 'ID: 4711\nSource: HarborAnchor\nThe frayed hawser parted while winching against heavy easterly swell.'
  const { articles } = await judgePaste(index, text)
  assert.deepEqual(
    articles.map(({ article }) => article.number),
    [900503, 900502],
  )
})

test('a text of which the collection knows next to nothing resembles nothing', async (context) => {
  assert.deepEqual(
    (await judge(context, 'Bonjour, les utilisateurs ne peuvent pas ouvrir leur courrier depuis hier, the rest stops'))
      .articles,
    [],
  )
})

test('the verdict on 64 KB of anything takes a bounded time', async (context) => {
  const index = await openSampleIndex(context, FILES)
  const pieces = [
    ...piecesOf('KB900101 ¦[01]: KB900101\n¦Event ID: 4711 ¦anchor service ¦0x80070643 ¦5.0.202 '),
    ...piecesOf('http://support.microsoft.com/kb/900101 ¦<a¦0000: 7b ¦HotFixID : KB900101\n¦Error,a,b,4711,'),
    '>'.repeat(9),
  ]
  await assertQuick(pieces, { length: 65_536, milliseconds: 1500 }, (text) => judgePaste(index, text))
})
