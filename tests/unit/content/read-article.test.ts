import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseArticle, readArticle, readArticleSync, readTextOf } from '@/lib/content/read-article'
import { ArticleError } from '@/lib/kb/articles/errors'
import { readCases } from '@/tests/support/cases'
import { makeFolder } from '@/tests/support/folder'

const MEBIBYTE = 1024 * 1024

test('an article has its front matter, the line of each field, its body and the line on which that begins', () => {
  const text = [
    '---',
    '# a comment',
    'number: 940006',
    'title: "Update Rollup 4: a title"',
    'products:',
    '  - Exchange Server 2007',
    'supersededBy: unknown',
    'source:',
    '  url: http://kb.example/940006',
    '---',
    '',
    '## Symptoms',
  ].join('\n')
  const article = parseArticle(text, 'a/b.md')
  assert.deepEqual(article.frontMatter, {
    number: 940006,
    title: 'Update Rollup 4: a title',
    products: ['Exchange Server 2007'],
    supersededBy: 'unknown',
    source: { url: 'http://kb.example/940006' },
  })
  assert.deepEqual(article.fieldLines, { number: 3, title: 4, products: 5, supersededBy: 7, source: 8 })
  assert.equal(article.path, 'a/b.md')
  assert.equal(article.body, '\n## Symptoms')
  assert.equal(article.bodyLine, 11)
})

const SAME_TEXT: readonly [title: string, text: string][] = [
  ['line feeds', '---\nnumber: 1\ntitle: x\n---\nBody\nof two lines\n'],
  ['a byte order mark', '\uFEFF---\nnumber: 1\ntitle: x\n---\nBody\nof two lines\n'],
  ['CRLF', '---\r\nnumber: 1\r\ntitle: x\r\n---\r\nBody\r\nof two lines\r\n'],
  ['CR', '---\rnumber: 1\rtitle: x\r---\rBody\rof two lines\r'],
]

for (const [title, text] of SAME_TEXT) {
  test(`a file with ${title} is the same article with the same hash`, () => {
    const [article, plain] = [parseArticle(text, 'a.md'), parseArticle(SAME_TEXT[0]?.[1] ?? '', 'a.md')]
    assert.deepEqual(article, plain)
    assert.equal(article.body, 'Body\nof two lines\n')
  })
}

test('blanks after the dashes, no body and dates without a day are legal; a rule in the body is the body', () => {
  assert.equal(parseArticle('--- \nnumber: 1\ntitle: x\n---\t', 'a.md').body, '')
  assert.equal(parseArticle('---\nnumber: 1\ntitle: x\n---\na\n\n---\nb', 'a.md').body, 'a\n\n---\nb')
  assert.equal(
    parseArticle('---\nnumber: 1\ntitle: x\nreleased: 2007-08\n---\n', 'a.md').frontMatter.released,
    '2007-08',
  )
})

test('a changed text has another hash', () => {
  const hashes = ['a', 'b'].map((body) => parseArticle(`---\nnumber: 1\ntitle: x\n---\n${body}`, 'a.md').contentHash)
  assert.equal(new Set(hashes).size, 2)
})

const FAULTS = [
  ...readCases('front-matter-faults'),
  {
    title: 'a title that is too long',
    input: `---\nnumber: 940006\ntitle: ${'x'.repeat(2001)}\n---\n`,
    expected: `line 3 of KB940006: The field "title" is "${'x'.repeat(80)}…". Write at most 2000 characters.`,
  },
  {
    title: 'YAML that nests 100,000 levels deep',
    input: `---\nnumber: 940006\ntitle: ${'['.repeat(100_000)}\n---\n`,
    expected: 'line 3: The front matter is nested too deeply. Use plain fields and lists.',
  },
]

for (const { title, input, expected } of FAULTS) {
  test(`${title}: ${/^line \d+/.exec(expected)}`, () => {
    for (const same of [input, input.replaceAll('\n', '\r\n'), `\uFEFF${input}`]) {
      const { message, place } = faultOf(() => parseArticle(same, 'a/b.md'))
      const number = place.number === undefined ? '' : ` of KB${place.number}`
      assert.equal(`line ${place.line}${number}: ${message}`, expected)
      assert.equal(place.file, 'a/b.md')
      assert.match(message, /[^.]+\. [A-Z].*\.$/s)
    }
  })
}

test('nothing in front matter is evaluated, whatever its tag or key', () => {
  for (const line of [
    'title: !!js/function "function () { throw 1 }"',
    'title: !!js/undefined x',
    'title: !<tag:yaml.org,2002:js/regexp> /x/',
  ]) {
    assert.equal(typeof parseArticle(`---\nnumber: 1\n${line}\n---\n`, 'a.md').frontMatter.title, 'string')
  }
  for (const key of ['__proto__', 'constructor', 'toString']) {
    const error = faultOf(() => parseArticle(`---\nnumber: 1\ntitle: x\n${key}:\n  isAdmin: true\n---\n`, 'a.md'))
    assert.match(error.message, new RegExp(`^Unknown field "${key}"`))
    assert.equal(error.place.line, 4)
  }
  assert.equal(Object.hasOwn(Object.prototype, 'isAdmin'), false)
})

test('a file is read from its folder', async (context) => {
  const folder = makeFolder(context, { 'a/ü.md': '---\nnumber: 1\ntitle: Größe\n---\nBody' })
  const article = await readArticle(folder, 'a/ü.md')
  assert.deepEqual([article.frontMatter.title, article.body, article.path], ['Größe', 'Body', 'a/ü.md'])
})

test('a file that is not UTF-8 is named', async (context) => {
  const text = '---\nnumber: 1\ntitle: Größe\n---\n'
  const folder = makeFolder(context, {
    'latin.md': Buffer.from(text, 'latin1'),
    'utf16.md': Buffer.from(`\uFEFF${text}`, 'utf16le'),
  })
  for (const path of ['latin.md', 'utf16.md']) {
    const error = await readArticle(folder, path).catch((caught: unknown) => caught)
    assert.ok(error instanceof ArticleError, path)
    assert.equal(
      error.message,
      'The file is not UTF-8 text. Save it as UTF-8, or import it with "npm run content:import".',
    )
    assert.deepEqual(error.place, { file: path, line: 1 })
  }
})

test('a file of more than four megabytes is named, and one of four is read', async (context) => {
  const folder = makeFolder(context)
  const head = '---\nnumber: 1\ntitle: x\n---\n'
  writeFileSync(join(folder, 'fits.md'), head.padEnd(4 * MEBIBYTE, 'x'))
  writeFileSync(join(folder, 'large.md'), head.padEnd(4 * MEBIBYTE + 1, 'x'))
  assert.equal((await readArticle(folder, 'fits.md')).frontMatter.number, 1)
  const error = await readArticle(folder, 'large.md').catch((caught: unknown) => caught)
  assert.ok(error instanceof ArticleError)
  assert.equal(
    error.message,
    'The file has 4194305 bytes; the limit is 4194304. Split it, or move it out of the content folder.',
  )
})

test('a link is not followed, and a folder or a pipe is no article', async (context) => {
  const folder = makeFolder(context, { 'secret.txt': '---\nnumber: 1\ntitle: Secret\n---\n', 'd.md/x': '' })
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'link.md'))
  execFileSync('mkfifo', [join(folder, 'pipe.md')])
  for (const [path, message] of [
    ['link.md', 'The file is a link. Put the article itself in its place.'],
    ['d.md', 'The path does not lead to a file. Put the article there.'],
    ['pipe.md', 'The path does not lead to a file. Put the article there.'],
  ] as const) {
    const error = await readArticle(folder, path).catch((caught: unknown) => caught)
    assert.ok(error instanceof ArticleError, path)
    assert.deepEqual([error.message, faultOf(() => readArticleSync(folder, path)).message], [message, message])
  }
})

test('a text is read while it is the one with the hash, whatever the time and the line ends of its file', (context) => {
  const text = '---\nnumber: 1\ntitle: x\n---\nText\n'
  const folder = makeFolder(context, { 'a.md': text, 'crlf.md': text.replaceAll('\n', '\r\n'), 'b.md': `${text}.` })
  const { contentHash } = parseArticle(text, 'a.md')
  const paths = ['a.md', 'crlf.md', 'b.md', 'gone.md', '.']
  const answers = paths.map((path) => readTextOf(folder, path, contentHash))
  assert.deepEqual(answers, [text, text, undefined, undefined, undefined])
})

test('a file that is not there is a fault and no article error', async (context) => {
  await assert.rejects(readArticle(makeFolder(context), 'a.md'), { code: 'ENOENT' })
})

function faultOf(run: () => unknown): ArticleError {
  try {
    run()
  } catch (error) {
    assert.ok(error instanceof ArticleError, String(error))
    return error
  }
  return assert.fail('No fault was found.')
}
