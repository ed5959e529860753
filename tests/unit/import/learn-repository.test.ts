import assert from 'node:assert/strict'
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { countFacts } from '@/lib/legacy-import/learn/source-facts'
import { runImport } from '@/scripts/import/run-import'
import { makeFolder, readFolder } from '@/tests/support/folder'
import { assertExpected, assertExpectedJson } from '@/tests/support/golden'
import { makeTar } from '@/tests/support/make-archives'

const FIXTURES = fileURLToPath(new URL('../../fixtures/learn/', import.meta.url))
const REPOSITORY = join(FIXTURES, 'repository')

async function importInto(out: string, input: string) {
  return runImport({ inputs: [input], out, dryRun: false, verify: true, threads: 0, captured: '2023-01-13' })
}

test('a repository of living articles becomes the articles on file, word for word', async (context) => {
  const out = makeFolder(context)
  const { problems, words } = await importInto(out, REPOSITORY)
  const all = readFolder(out)
  const isMarkdown = (path: string) => path.endsWith('.md')
  const files = Object.fromEntries(Object.entries(all).filter(([path]) => isMarkdown(path)))
  for (const [path, text] of Object.entries(files)) {
    const expected = join(FIXTURES, 'articles', path)
    if (process.env.UPDATE === '1') mkdirSync(dirname(expected), { recursive: true })
    assertExpected(expected, text)
  }
  assert.deepEqual(Object.keys(files), Object.keys(readFolder(join(FIXTURES, 'articles'))))
  assertExpectedJson(
    join(FIXTURES, 'problems.json'),
    problems.map(({ file, line, kind, what, handled, refused }) => ({ file, line, kind, what, handled, refused })),
  )
  assert.deepEqual(words.incomplete, [])
  // What says that it is a picture and is none does not come along.
  const pictures = ['constructs/a-window.png', 'icon.svg', 'links/window.png'].map(
    (name) => `media/server/media/${name}`,
  )
  assert.deepEqual(
    Object.keys(all).filter((path) => !isMarkdown(path)),
    ['.import-manifest', ...pictures, 'site.yaml'],
  )
  const source = readFileSync(join(REPOSITORY, 'support/server/media/constructs/A Window.PNG'))
  assert.deepEqual(readFileSync(join(out, 'media/server/media/constructs/a-window.png')), source)
  const again = await importInto(out, REPOSITORY)
  assert.deepEqual([again.placements.written, again.placements.kept, again.pictures], [0, 0, 3])
})

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => lstatSync(join(folder, path)).isFile())
    .sort()
}

test('what else an article must have is counted by lines alone', () => {
  const text = [
    '> [!NOTE]',
    '> x',
    '- > [!Tip] y',
    '```',
    '> [!NOTE]',
    '| a |',
    '|--|',
    '```',
    '| a | b |',
    '|:-|-:|',
    '',
    '---',
  ].join('\n')
  assert.deepEqual(countFacts(text), { alerts: 2, fences: 1, tables: 1 })
})

test('one folder of a clone has the same numbers and names, and links out of it lead to the site', async (context) => {
  const out = makeFolder(context)
  await importInto(out, join(REPOSITORY, 'support/cloud'))
  const articles = Object.entries(readFolder(out)).filter(([path]) => path.endsWith('.md'))
  assert.deepEqual(
    articles.map(([path]) => path),
    ['named/cloud/nonumber.md'],
  )
  assert.match(articles[0]?.[1] ?? '', /file: support\/cloud\/NoNumber\.md/)
})

test('an archive says of which day its snapshot is', async (context) => {
  const folder = makeFolder(context)
  const archive = join(folder, 'articles.tar')
  const mtime = new Date('2023-01-13T10:00:00Z')
  const entries = listFiles(REPOSITORY).map((name) => ({ name, bytes: readFileSync(join(REPOSITORY, name)), mtime }))
  writeFileSync(archive, await makeTar(entries))
  const { placements } = await runImport({
    inputs: [archive],
    out: join(folder, 'out'),
    dryRun: false,
    verify: false,
    threads: 0,
  })
  assert.ok(placements.written > 5)
  assert.match(readFileSync(join(folder, 'out/817/kb817064.md'), 'utf8'), /captured: 2023-01-13/)
})

test('a file that nests too deeply is refused at once, and the others are imported', async (context) => {
  const [input, out] = [makeFolder(context), makeFolder(context)]
  const textOf = (body: string) => `---\ntitle: Title\nms.date: 01/02/2020\nms.author: x\n---\n# Title\n\n${body}\n`
  mkdirSync(join(input, 'support'))
  for (const [name, body] of Object.entries({ quotes: '> '.repeat(3000), lists: '- '.repeat(101), ruler: '' }))
    writeFileSync(join(input, `support/${name}.md`), textOf(body === '' ? '- '.repeat(200) : `${body}x`))
  const { problems } = await importInto(out, input)
  assert.deepEqual(
    problems.map(({ file, kind }) => [file, kind]),
    [
      ['support/lists.md', 'too-deep'],
      ['support/quotes.md', 'too-deep'],
    ],
  )
  assert.deepEqual(
    Object.keys(readFolder(out)).filter((path) => path.endsWith('.md')),
    ['named/support/ruler.md'],
  )
})
