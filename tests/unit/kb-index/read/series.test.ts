import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { getNewerForProduct } from '@/lib/kb-index/read/series'
import { getSummary } from '@/lib/kb-index/read/summaries'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { dumpIndex, indexPath } from '@/tests/support/sample-index'

const ARTICLES = {
  '1.md': article(1, 'A', 'supersededBy: 2\n'),
  '2.md': article(2, 'A'),
  '3.md': article(3, 'B'),
}
const SERIES = `product: Mail
series:
  - { line: A, shortName: RTM, release: { name: Mail 5 } }
  - { line: B, shortName: SP1, follows: A, release: { name: Mail 5 SP1, released: 2001-02 } }
`

test('the newest of a line is the last of it once a later series is described, and the latest again when the file goes', async (context) => {
  const contentDir = makeFolder(context, ARTICLES)
  const indexFile = indexPath(context)
  const read = async () => {
    const { problems } = await updateIndex({ contentDir, indexFile })
    assert.deepEqual(problems, [])
    const index = openIndex(indexFile)
    try {
      const states = [1, 2, 3].map((number) => getSummary(index, kbNumberOf(number))?.state)
      return { states, newer: getNewerForProduct(index, 'A'), dump: dumpIndex(index) }
    } finally {
      closeDatabase(index)
    }
  }
  assert.deepEqual((await read()).states, ['superseded', 'latest', 'latest'])
  writeFileSync(join(contentDir, 'series.yaml'), SERIES)
  const { states, newer, dump } = await read()
  assert.deepEqual(states, ['superseded', 'last-of-line', 'latest'])
  assert.equal(newer?.update?.number, 3)
  assert.deepEqual([newer?.product, newer?.shortName, newer?.release.released], ['Mail', 'SP1', '2001-02'])
  rmSync(indexFile)
  assert.deepEqual((await read()).dump, dump)
  rmSync(join(contentDir, 'series.yaml'))
  assert.deepEqual((await read()).states, ['superseded', 'latest', 'latest'])
})

const FAULTS: readonly (readonly [string, string, string])[] = [
  ['a field that is unknown', `${SERIES}page: 1\n`, 'series.yaml:5  Unknown field "page".'],
  ['no series', 'product: Mail\n', 'series.yaml:1  The field "series" is missing.'],
  ['a text that is not YAML', 'product: "Mail\n', 'series.yaml:2  The series file is not valid YAML'],
  [
    'a series that follows what nobody describes',
    SERIES.replace('follows: A', 'follows: C'),
    'series.yaml:4  "B" follows "C"',
  ],
  [
    'a series that follows itself',
    SERIES.replace('shortName: RTM,', 'shortName: RTM, follows: B,'),
    'series.yaml:3  "A" follows itself over other series.',
  ],
  [
    'a line described twice',
    SERIES.replace('line: B, shortName: SP1, follows: A', 'line: A, shortName: SP1'),
    'series.yaml:4  The update series "A" is already described by',
  ],
  [
    'two series after one',
    `${SERIES}  - { line: D, shortName: SP2, follows: A, release: { name: Mail 5 SP2 } }\n`,
    'series.yaml:5  "D" and "B" both follow "A".',
  ],
  [
    'a last update that is not the newest article',
    SERIES.replace('shortName: RTM,', 'shortName: RTM, lastUpdate: 1,'),
    'series.yaml:3  lastUpdate of "A" is 1, but its newest article is 2.',
  ],
]

for (const [title, text, start] of FAULTS) {
  test(`told with its line, and the articles are served: ${title}`, async (context) => {
    const contentDir = makeFolder(context, { ...ARTICLES, 'series.yaml': text })
    const { articleCount, problems } = await updateIndex({ contentDir, indexFile: indexPath(context) })
    const [first] = problems.map(({ file, line, message }) => `${file}:${line}  ${message}`)
    assert.equal(articleCount, 3)
    assert.ok(first?.startsWith(start), first)
  })
}

function article(number: number, line: string, more = ''): string {
  return `---\nnumber: ${number}\ntitle: Update ${number}\nline: ${line}\n${more}---\n`
}
