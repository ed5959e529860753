import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { isAllClear } from '@/lib/check/verdict'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { openSampleIndex } from '@/tests/support/sample-index'

const update = (number: number, name: string, line: string, build: string) =>
  `number: ${number}\ntitle: ${name}\nkind: update-rollup\nproducts: [Exchange Server 2007]\nline: ${line}\nbuild: ${build}\n\nText.`
const FILES = {
  'a1.md': update(900101, 'Rollup 1', 'RTM rollups', '8.0.708.3'),
  'a2.md': update(900102, 'Rollup 2', 'RTM rollups', '8.0.711.2'),
  'b1.md': update(900201, 'Rollup 1', 'SP1 rollups', '8.1.263.1'),
  'b2.md': update(900202, 'Rollup 2', 'SP1 rollups', '8.1.278.2'),
}
const SP1 = 'AdminDisplayVersion : Version 8.1 (Build 240.6)'

async function judge(context: TestContext, text: string) {
  const { computers, lines, questions } = await judgePaste(await openSampleIndex(context, FILES), text)
  return {
    computers: computers.map(({ list, host, contradictions }) => `${list} ${host ?? '-'} ${contradictions.length}`),
    lines: lines.map((line) => {
      const state = line.way.length > 0 ? 'behind' : isAllClear(line) ? 'clear' : line.doubts.join()
      return `${line.list} ${line.name}: ${state}${line.isProven ? ', proven' : ''}`
    }),
    questions: questions.map(({ kind }) => kind),
  }
}

const CASES: readonly (readonly [
  what: string,
  text: string,
  expected: { computers: readonly string[]; lines: readonly string[]; questions?: readonly string[] },
])[] = [
  [
    'a build and a list of one computer are one verdict',
    `Name : EX1\n${SP1}\n\nHotFixID\nKB900202`,
    { computers: ['1 EX1 0'], lines: ['1 SP1 rollups: clear, proven'] },
  ],
  [
    'a build tells which of two lines counts',
    `${SP1}\n\nHotFixID\nKB900102\nKB900202`,
    { computers: ['1 - 0'], lines: ['1 RTM rollups: other-line', '1 SP1 rollups: clear, proven'] },
  ],
  [
    'without a build, two lines are a question',
    'HotFixID\nKB900102\nKB900202',
    {
      computers: ['1 - 0'],
      lines: ['1 RTM rollups: several-lines', '1 SP1 rollups: several-lines'],
      questions: ['which-line'],
    },
  ],
  [
    'the version of ExSetup.exe proves its update',
    'ExSetup.exe 8.1.278.2\n\nHotFixID\nKB900201',
    { computers: ['1 - 0'], lines: ['1 SP1 rollups: clear, proven'] },
  ],
  [
    'an update that is newer than the build contradicts it',
    'AdminDisplayVersion : Version 8.0 (Build 685.24)\n\nHotFixID\nKB900202',
    { computers: ['1 - 1'], lines: ['1 SP1 rollups: contradiction'] },
  ],
  [
    'lists without names are computers of their own',
    'HotFixID\nKB900202\n\nHotFixID\nKB900201',
    { computers: ['1 - 0', '2 - 0'], lines: ['1 SP1 rollups: clear', '2 SP1 rollups: behind'] },
  ],
  [
    'a list without a name beside servers with names is a question',
    `Name : EX1\n${SP1}\n\nName : EX2\n${SP1}\n\nHotFixID\nKB900202`,
    {
      computers: ['1 EX1 0', '2 EX2 0', '3 - 0'],
      lines: ['3 SP1 rollups: several-computers'],
      questions: ['which-computer'],
    },
  ],
  [
    'a list with an update twice may be two lists',
    'HotFixID\nKB900202\nKB958644\nKB958644\nKB900201',
    { computers: ['1 - 0'], lines: ['1 SP1 rollups: several-computers'], questions: ['one-or-several'] },
  ],
  [
    'a command that asked two computers has the lists of both',
    'C:\\>wmic /node:EX1,EX2 qfe get HotFixID\nHotFixID\nKB900202\nKB900201',
    { computers: ['1 - 0'], lines: ['1 SP1 rollups: several-computers'], questions: ['one-or-several'] },
  ],
  [
    'a list that is cut off is never clear',
    'Hotfix(s): 9 Hotfix(s) Installed.\n[01]: KB900202',
    { computers: ['1 - 0'], lines: ['1 SP1 rollups: cut-list'] },
  ],
]

for (const [what, text, { computers, lines, questions = [] }] of CASES) {
  test(what, async (context) => assert.deepEqual(await judge(context, text), { computers, lines, questions }))
}
