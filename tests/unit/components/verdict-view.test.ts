import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createElement } from 'react'
import { VerdictView } from '@/components/check/verdict-view'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { openSampleIndex } from '@/tests/support/sample-index'
import { textOf } from '@/tests/support/text-of'

const rollup = (number: number, month: number, more = '') =>
  `number: ${number}\ntitle: Update ${month} for Mail 5\nshortTitle: Update ${month}\nkind: update-rollup\nproducts: [Mail 5]\nline: Mail 5 updates\nreleased: 2004-0${month}-01\nbuild: 5.0.${month}01\n${more}`

const index = await openSampleIndex(
  { after },
  {
    '1.md': `${rollup(900101, 1, 'supersededBy: 900102\nsupersedenceEvidence: Update 2 replaces it.')}\n\nText.`,
    '2.md': `${rollup(900102, 2, 'fixes: [900400]')}\n\n## Prerequisites\n\nInstall Service Pack 1 first.`,
    '3.md': 'number: 900300\ntitle: An interim update\nkind: hotfix\nsupersededBy: unknown\n\nText.',
    '4.md':
      'number: 900400\ntitle: The anchor service stops\nkind: problem\n\nEvent ID: 4711\n\nSource: HarborAnchor\n\nThe anchor service cannot moor.',
    '5.md': 'number: 900500\ntitle: A plain hotfix\nkind: hotfix\n\nText.',
  },
)

const systemInfo = (count: number, number: string) =>
  `Host Name: EX01\nHotfix(s): ${count} Hotfix(s) Installed.\n           [01]: ${number}`

const VERDICTS: readonly [what: string, paste: string, says: readonly string[]][] = [
  [
    'an update that is superseded, what to install instead and what that needs',
    systemInfo(1, 'KB900101'),
    [
      'EX01: Mail 5 updates: Update 1 (KB900101 installed) Install instead: Update 2 (KB900102), February 1, 2004.',
      'See the 1 fix it adds',
      'Prerequisites for KB900102 Install Service Pack 1 first.',
      'KB900101Superseded · Install instead: KB900102Update 1 for Mail 5 Replaced by Update 2 (KB900102). Update 2 replaces it.',
      'Read as systeminfo output',
    ],
  ],
  [
    'the latest update, in a list that the tool cut off',
    systemInfo(253, 'KB900102'),
    [
      'The systeminfo output of EX01 reports 253 installed updates but lists only 1. The other 252 could not be checked.',
      'EX01: Mail 5 updates: Update 2 (KB900102 installed) Newest in its series, but not an all clear. The list is incomplete.',
    ],
  ],
  [
    'updates without a series, and one that the collection lacks',
    'KB900300 KB987654 KB900500',
    [
      'KB900300SupersededAn interim update Replaced, but its article doesn’t say by what.',
      'KB900500A plain hotfix No replacement known.',
      '1 update is not in this collection, so it could not be checked. KB987654',
    ],
  ],
  [
    'an old build',
    '5.0.101',
    ['Superseded. Mail 5: Update 1 (KB900101, 5.0.101). Next: Update 2 (KB900102, 5.0.201).'],
  ],
  ['the newest build', '5.0.201', ['✓ No newer update is known for Mail 5. Mail 5: Update 2 (KB900102, 5.0.201).']],
  [
    'a version that nothing mentions',
    'store.exe 9.9.150',
    ['9.9.150store.exe Not found in any release or article here.'],
  ],
  [
    'an event and the words of its article',
    'Event ID: 4711\nSource: HarborAnchor\nThe anchor service cannot moor.',
    [
      'Event ID 4711, source HarborAnchor in 1 article KB900400Fixed in KB900102 The anchor service stops',
      'Read as An event log entry',
    ],
  ],
  [
    'two lists without names, each a computer of its own',
    `${systemInfo(1, 'KB900101').replace('Host Name: EX01', '')}\n\n${systemInfo(1, 'KB900102').replace('Host Name: EX01', '')}`,
    [
      '2 computers List 1, without a name: Mail 5 updates: Update 1 (KB900101 installed) Install instead:',
      'List 2, without a name: Mail 5 updates: Update 2 (KB900102 installed) ✓ No newer update is known for Mail 5 updates.',
    ],
  ],
  ['nothing that is known', 'zzzz', ['No match.', 'This doesn’t mean the server is fine. Paste more, or search.']],
  ['a text that was cut', 'x'.repeat(70_000), ['Only the first 64 KB were checked.', 'No match.']],
]

for (const [what, paste, says] of VERDICTS) {
  test(`the verdict: ${what}`, async () => {
    const words = textOf(createElement(VerdictView, { verdict: await judgePaste(index, paste) }))
    for (const sentence of says) assert.ok(words.includes(sentence), `${sentence} is not in:\n${words}`)
  })
}
