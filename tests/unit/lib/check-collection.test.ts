import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { meantField } from '@/lib/content/meant-field'
import { checkBody } from '@/lib/faults/check-body'
import { checkArticle, checkCollection } from '@/lib/faults/check-collection'
import { checkFrontMatter } from '@/lib/faults/check-front-matter'
import { FAULT_RULES, type Fault } from '@/lib/faults/fault'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { listArticleTexts } from '@/lib/kb-index/read/indexed-files'
import { faultsToSarif } from '@/scripts/content/sarif'
import { updateIndex } from '@/scripts/index/update-index'
import { type Cleanup, makeFolder } from '@/tests/support/folder'
import { indexPath } from '@/tests/support/sample-index'

const FIXTURES = fileURLToPath(new URL('../../fixtures/content-faults', import.meta.url))

async function check(context: Cleanup, contentDir: string): Promise<Fault[]> {
  const indexFile = indexPath(context)
  const { problems } = await updateIndex({ contentDir, indexFile })
  const index = openIndex(indexFile)
  try {
    return await checkCollection({ contentDir, index, problems })
  } finally {
    closeDatabase(index)
  }
}

test('every fault of every file is named at its place', async (t) => {
  const faults = await check(t, FIXTURES)
  assert.deepEqual(
    faults.map(({ file, line, column, rule, level }) => `${file}:${line}:${column} ${level} ${rule}`),
    [
      'body.md:8:1 error unknown-alert',
      'body.md:11:34 error dead-heading',
      'body.md:12:1 error dead-heading',
      'body.md:12:34 warning dead-link',
      'body.md:12:58 error missing-file',
      'body.md:13:1 error collection',
      'body.md:15:1 error unclosed-fence',
      'circle.md:4:1 error collection',
      'comment.md:3:19 error yaml-comment',
      'comment.md:5:7 error yaml-anchor',
      'fields.md:1:1 error front-matter',
      'fields.md:3:1 error front-matter',
      'fields.md:4:1 error front-matter',
      'fields.md:5:1 error front-matter',
      'fields.md:6:1 error front-matter',
      'late.markdown:1:1 warning other-ending',
      'other.md:1:1 warning cited-title',
      'same-b.md:2:1 error collection',
      'yaml.md:3:19 error yaml-comment',
      'yaml.md:4:8 error yaml-anchor',
      'yaml.md:6:1 error front-matter',
    ],
  )
  assert.deepEqual(new Set(faults.map(({ rule }) => rule)), new Set(Object.keys(FAULT_RULES)))
  for (const { message } of faults) assert.match(message, /^\S.*?\. \S.*\.$/s)
})

test('the faults of one article are those of its file', async (t) => {
  const indexFile = indexPath(t)
  const { problems } = await updateIndex({ contentDir: FIXTURES, indexFile })
  const index = openIndex(indexFile)
  t.after(() => closeDatabase(index))
  const all = await checkCollection({ contentDir: FIXTURES, index, problems })
  const articles = listArticleTexts(index)
  assert.deepEqual(
    articles.flatMap(({ number }) => checkArticle(FIXTURES, index, number)),
    all.filter(({ file }) => articles.some(({ path }) => path === file)),
  )
  assert.ok(articles.some(({ number }) => checkArticle(FIXTURES, index, number).length > 1))
})

test('a sound collection has no fault', async (t) => {
  const folder = makeFolder(t, {
    'a.md':
      '---\nnumber: 920001\ntitle: "A # B & C"\n---\n\n## Cause\n\nSee [this](#section-cause), [it](b.md#section-cause).\n\n> [!NOTE]\n> Text.\n\n```\ncode\n```\n',
    'b.md':
      '---\nnumber: 920002\ntitle: Tom & Jerry, C# and F#\n---\n\n## Cause\n\n> ```text\n> quoted code\n> ```\n\n    http://code\n',
  })
  assert.deepEqual(await check(t, folder), [])
})

const FIELDS = ['title', 'number', 'products', 'supersededBy', 'shortTitle', 'line', 'build']
const MEANT: Readonly<Record<string, string | undefined>> = {
  titel: 'title',
  Title: 'title',
  product: 'products',
  'superseded-by': 'supersededBy',
  superceededBy: 'supersededBy',
  short_title: 'shortTitle',
  nubmer: 'number',
  author: undefined,
  date: undefined,
  x: undefined,
}

test('a misspelt field is named with what was meant, another one is not', () => {
  for (const [written, meant] of Object.entries(MEANT)) assert.equal(meantField(written, FIELDS), meant, written)
  const [fault] = checkFrontMatter('a.md', 'number: 1\ntitle: T\ntitel: T\n')
  assert.equal(fault?.message, 'Unknown field "titel". Write "title" if that is what is meant.')
  assert.deepEqual([fault?.line, fault?.column], [4, 1])
})

const FENCES: readonly [string, number][] = [
  ['```\ncode\n```', 0],
  ['~~~~\n```\n~~~~', 0],
  ['````\n```\n````', 0],
  ['```\ncode', 1],
  ['````\ncode\n```', 1],
  ['- item\n\n  ```\n  code\n  ```', 0],
  ['- item\n\n  ```\n  code\n\nafter', 1],
  ['> ```\n> code\n> ```', 0],
  ['> ```\n> code\n\nafter', 1],
  ['```', 1],
]

for (const [body, count] of FENCES) {
  test(`${JSON.stringify(body)} has ${count} unclosed blocks of code`, () => {
    assert.equal(checkBody('a.md', body, 1).faults.length, count)
  })
}

test('faults are written as SARIF 2.1.0, with rules, places and levels', () => {
  const fault: Fault = { file: 'a b.md', line: 2, column: 3, rule: 'dead-link', level: 'warning', message: 'One. Two.' }
  const [run] = faultsToSarif([fault], 'content').runs
  assert.ok(run)
  const known = run.tool.driver.rules.map(({ id }) => id)
  assert.deepEqual(known, Object.keys(FAULT_RULES))
  assert.deepEqual(run.results, [
    {
      ruleId: 'dead-link',
      level: 'warning',
      message: { text: 'One. Two.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/a%20b.md' },
            region: { startLine: 2, startColumn: 3 },
          },
        },
      ],
    },
  ])
})
