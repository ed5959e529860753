import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createElement } from 'react'
import { ArticleProblems } from '@/components/article/facts/article-problems'
import { SupersedenceNotice } from '@/components/article/supersedence/supersedence-notice'
import { listProblems, listProblemsOf } from '@/lib/kb-index/read/indexed-files'
import { getSupersedence } from '@/lib/kb-index/read/relations'
import { getReference, getSummary } from '@/lib/kb-index/read/summaries'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { openSampleIndex } from '@/tests/support/sample-index'
import { textOf } from '@/tests/support/text-of'

const update = (number: number, month: number, more = '') =>
  `number: ${number}\ntitle: Update ${month} for Mail\nshortTitle: Update ${month}\nkind: hotfix\nline: Mail updates\nreleased: 2004-0${month}-01\n${more}\n\nText.`

const index = await openSampleIndex(
  { after },
  {
    '1.md': update(100001, 1, 'supersededBy: 100002'),
    '2.md': update(100002, 2),
    '3.md': update(100003, 3, 'supersedes: 100002'),
    '4.md':
      'number: 100004\ntitle: Lost\nsupersededBy: unknown\nsupersedenceEvidence: A later update replaces it.\n\nText.',
    '5.md': 'number: 100005\ntitle: Group\npartlySupersededBy: [100003, 100006]\n\nText.',
    '6.md': 'number: 100006\ntitle: Gone\nkind: service-pack\nwithdrawn: It was withdrawn in May.\n\nText.',
    '7.md': 'number: 100007\ntitle: Plain\n\nText.',
    '8.md': 'number: 100008\ntitle: One\nsupersededBy: 100009\nsupersedenceEvidence: Two replaces One.\n\nText.',
    '9.md': 'number: 100009\ntitle: Two\nsupersededBy: 100008\nsupersedenceEvidence: One replaces Two.\n\nText.',
  },
)

const SERIES = 'Update 1Jan 2004 Update 2Feb 2004 Update 3Mar 2004'
const CONFLICT =
  'Sources conflict. KB100008 and KB100009 each claim to replace the other, so neither is marked as superseded.'

const NOTICES: readonly [what: string, number: number, words: string][] = [
  [
    'an update that was replaced twice names the next and the latest',
    100001,
    `Superseded. Do not install this hotfix. Replaced by Update 2 (KB100002) on February 1, 2004. Install instead: Update 3 (KB100003). ${SERIES}`,
  ],
  [
    'an update whose replacement is the latest names it once',
    100002,
    `Superseded. Do not install this hotfix. Replaced by Update 3 (KB100003) on March 1, 2004, the latest in this series. ${SERIES}`,
  ],
  ['the latest names its series', 100003, `✓ Latest in its series. The newest update in Mail updates. ${SERIES}`],
  [
    'an article that does not name its replacement quotes what it says',
    100004,
    'Superseded. The article doesn’t name its replacement. A later update replaces it.',
  ],
  [
    'an article that was replaced in part names all that replace a part',
    100005,
    'Partly superseded. Partly replaced by Update 3 (KB100003) on March 1, 2004, the latest in this series. Partly replaced by Gone (KB100006).',
  ],
  ['a withdrawn update says why', 100006, 'Withdrawn. Do not install this service pack. It was withdrawn in May.'],
  ['an article that nothing replaces has no notice', 100007, ''],
  [
    'two articles that replace each other quote both',
    100008,
    `${CONFLICT} Two replaces One. KB100009: One replaces Two.`,
  ],
]

for (const [what, number, words] of NOTICES) {
  test(`the notice: ${what}`, () => assert.equal(noticeOf(number), words))
}

test('the notice: an article about how to get an update is named by what the reader gets', () => {
  const obtain = getReference(index, kbNumberOf(100007))
  assert.match(noticeOf(100003, { obtain }), /How to get it/)
  assert.match(noticeOf(100001, { obtain }), /How to get the latest update/)
})

function noticeOf(value: number, more = {}): string {
  const number = kbNumberOf(value)
  const [summary, known] = [getSummary(index, number), getSupersedence(index, number)]
  assert.ok(summary && known)
  const withdrawn = known.state === 'withdrawn' ? 'It was withdrawn in May.' : undefined
  return textOf(
    createElement(SupersedenceNotice, { isDerived: false, summary, supersedence: { ...known, withdrawn, ...more } }),
  )
}

test('an author sees what is wrong with the file of an article, and nothing where nothing is', () => {
  const problems = listProblems(index)
  const number = kbNumberOf(100_009)
  const own = listProblemsOf(index, number)
  assert.deepEqual(
    own,
    problems.filter(({ file }) => file === '9.md'),
  )
  const shown = textOf(
    createElement(ArticleProblems, { problems: [{ file: '9.md', line: 3, message: 'Wrong. Mend it.' }] }),
  )
  assert.equal(shown, 'A problem in this article 9.md:3 Wrong. Mend it.')
  assert.equal(textOf(createElement(ArticleProblems, { problems: [] })), '')
})
