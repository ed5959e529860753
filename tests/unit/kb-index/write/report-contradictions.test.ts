import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatProblem } from '@/lib/kb/articles/errors'
import { listProblems } from '@/lib/kb-index/read/indexed-files'
import { getLocation, getSupersedence } from '@/lib/kb-index/read/relations'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { manyFiles, openSampleIndex, type SampleFiles } from '@/tests/support/sample-index'

interface Contradiction {
  readonly title: string
  readonly files: SampleFiles
  readonly problems: readonly string[]
  readonly states: readonly string[]
}

const CONTRADICTIONS: readonly Contradiction[] = [
  {
    title: 'two articles that replace each other',
    files: {
      'a.md': 'number: 1\ntitle: One\nsupersededBy: 2\n\n',
      'b.md': 'number: 2\ntitle: Two\nsupersededBy: 1\n\n',
    },
    problems: [
      'a.md:4  The articles KB1, KB2 replace each other in a cycle. Fix supersedes or supersededBy so that one of them is the newest.',
    ],
    states: ['no-replacement-known', 'no-replacement-known'],
  },
  {
    title: 'two successors that do not replace each other',
    files: {
      'a.md': 'number: 1\ntitle: One\nsupersededBy: 2\n\n',
      'b.md': 'number: 2\ntitle: Two\n\n',
      'c.md': 'number: 3\ntitle: Three\nsupersedes: 1\n\n',
    },
    problems: [
      'a.md:4  KB1 has several replacements (KB2, KB3), and none of them replaces the others. Fix supersedes or supersededBy in these articles.',
    ],
    states: ['superseded', 'no-replacement-known', 'no-replacement-known'],
  },
  {
    title: 'an article that supersedes itself, links to itself and lists itself',
    files: { 'a.md': 'number: 1\ntitle: One\nsupersedes: [1]\nfixes: [1]\n\nSee [this](/kb/1).' },
    problems: [
      'a.md:1  The article lists itself, KB1, under fixes. Remove the number from the list.',
      'a.md:4  The article supersedes itself, KB1. Correct the number in the front matter.',
      'a.md:8  The article links to itself, KB1. Remove the link, or correct its number.',
    ],
    states: ['no-replacement-known'],
  },
  {
    title: 'lines that mix',
    files: {
      'a.md': 'number: 1\ntitle: One\nline: A\n\n',
      'b.md': 'number: 2\ntitle: Two\nline: B\nsupersedes: 1\n\n',
    },
    problems: [
      'b.md:5  KB2 (update series "B") claims to replace KB1 (update series "A"). Fix the number or the series (`line`).',
    ],
    states: ['latest', 'latest'],
  },
  {
    title: 'a number in two files, of which the first path is served',
    files: {
      'b.md': 'number: 1\ntitle: Second\n\n',
      'a.md': 'title: First\nnumber: 1\n\n',
      'c.md': 'title: Third\nnumber: 1\n\n',
    },
    problems: [
      'b.md:2  Number 1 is already used by a.md. Give this article its own number, delete one of the two files, or make a content folder of each collection.',
      'c.md:3  Number 1 is already used by a.md. Give this article its own number, delete one of the two files, or make a content folder of each collection.',
    ],
    states: ['no-replacement-known'],
  },
  {
    title: 'an alias that is the number of another article',
    files: { 'a.md': 'number: 1\ntitle: One\naliases: [2]\n\n', 'b.md': 'number: 2\ntitle: Two\n\n' },
    problems: ['a.md:1  The alias 2 is the number of b.md. Remove the alias, or delete one of the two files.'],
    states: ['no-replacement-known', 'no-replacement-known'],
  },
]

for (const { title, files, problems, states } of CONTRADICTIONS) {
  test(`reported, and served all the same: ${title}`, async (context) => {
    for (const given of [files, Object.fromEntries(Object.entries(files).reverse())]) {
      const index = await openSampleIndex(context, given)
      const found = listProblems(index).map(formatProblem)
      assert.deepEqual(found, problems)
      const served = states.map((_, place) => getSupersedence(index, kbNumberOf(place + 1))?.state)
      assert.deepEqual(served, states)
      assert.equal(getLocation(index, kbNumberOf(1))?.path, 'a.md')
    }
  })
}

test('a name in two files is reported without the number that is made of it', async (context) => {
  const index = await openSampleIndex(context, {
    'a.md': 'name: guides/first\ntitle: First\n\n',
    'b.md': 'name: guides/first\ntitle: Second\n\n',
  })
  assert.deepEqual(listProblems(index).map(formatProblem), [
    'b.md:1  The name of this article is already used by a.md. Give the article its own name, or delete one of the two files.',
  ])
})

test('a long cycle is reported with ten names', async (context) => {
  const files = manyFiles(12, (place) => `number: ${place + 1}\ntitle: x\nsupersededBy: ${((place + 1) % 12) + 1}\n\n`)
  const [problem, ...others] = listProblems(await openSampleIndex(context, files))
  assert.equal(others.length, 0)
  assert.match(problem?.message ?? '', /^The articles KB1, .*, KB10 and 2 more replace each other in a cycle\./)
})

test('a cycle that sources state is a note with their sentences, and nobody is superseded by it', async (context) => {
  const index = await openSampleIndex(context, {
    'a.md': 'number: 1\ntitle: One\nsupersedes: 2\nsupersedenceEvidence: This hotfix supersedes Q2.\n\nx',
    'b.md': 'number: 2\ntitle: Two\nsupersedes: 1\nsupersedenceEvidence: This hotfix supersedes Q1.\n\nx',
  })
  const [note, ...others] = listProblems(index)
  assert.deepEqual(others, [])
  assert.equal(note?.isNote, true)
  assert.match(
    note?.message ?? '',
    /"This hotfix supersedes Q1\." and "This hotfix supersedes Q2\."\. None is marked as superseded/,
  )
  assert.equal(getSupersedence(index, kbNumberOf(1))?.state, 'no-replacement-known')
})
