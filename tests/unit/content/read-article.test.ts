import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseArticle, readArticle } from '@/lib/content/read-article'
import { ArticleError } from '@/lib/kb/articles/errors'
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

interface Fault {
  readonly title: string
  /** The lines of the front matter, or the whole text of a file. */
  readonly yaml?: readonly string[]
  readonly text?: string
  readonly line: number
  readonly number?: number
  readonly message: string
}

const FAULTS: readonly Fault[] = [
  {
    title: 'an empty file',
    text: '',
    line: 1,
    message:
      'The file does not begin with front matter between two lines "---". Begin it with "---", the fields number and title, and "---".',
  },
  {
    title: 'text without front matter',
    text: '## Symptoms\n\n---\n',
    line: 1,
    message:
      'The file does not begin with front matter between two lines "---". Begin it with "---", the fields number and title, and "---".',
  },
  {
    title: 'a line above the front matter',
    text: '\n---\nnumber: 1\ntitle: x\n---\n',
    line: 1,
    message:
      'The file does not begin with front matter between two lines "---". Begin it with "---", the fields number and title, and "---".',
  },
  {
    title: 'front matter in another language',
    text: '--- js\nmodule.exports = { number: 1, title: process.env.HOME }\n---\n',
    line: 1,
    message:
      'The file does not begin with front matter between two lines "---". Begin it with "---", the fields number and title, and "---".',
  },
  {
    title: 'front matter without an end',
    text: '---\nnumber: 1\ntitle: x\n\n## Symptoms\n',
    line: 1,
    message: 'The front matter has no end. Put a line "---" below its last field.',
  },
  {
    title: 'empty front matter',
    yaml: [],
    line: 1,
    message: 'The field "number" is missing. Add it to the front matter; every article needs number and title.',
  },
  {
    title: 'YAML that is broken',
    yaml: ['number: 1', 'title: Error: the "server" failed'],
    line: 3,
    message:
      'The front matter is not valid YAML: Nested mappings are not allowed in compact mappings. Correct the line; quote a value that has a colon, "#" or a quote in it.',
  },
  {
    title: 'a field that stands twice',
    yaml: ['number: 1', 'title: x', 'number: 2'],
    line: 4,
    message:
      'The front matter is not valid YAML: Map keys must be unique. Correct the line; quote a value that has a colon, "#" or a quote in it.',
  },
  {
    title: 'a YAML alias',
    yaml: ['number: 1', 'title: &name x', 'shortTitle: *name'],
    line: 4,
    message: 'The front matter uses the YAML alias "*name". Write the value out in each place.',
  },
  {
    title: 'an alias of nothing',
    yaml: ['number: 1', 'title: *name'],
    line: 3,
    message: 'The front matter uses the YAML alias "*name". Write the value out in each place.',
  },
  {
    title: 'a list instead of fields',
    yaml: ['- number', '- title'],
    line: 1,
    message: 'The front matter is "["number","title"]". Write one "field: value" a line.',
  },
  {
    title: 'a sentence instead of fields',
    yaml: ['just words'],
    line: 1,
    message: 'The front matter is "just words". Write one "field: value" a line.',
  },
  {
    title: 'no number',
    yaml: ['title: x'],
    line: 1,
    message: 'The field "number" is missing. Add it to the front matter; every article needs number and title.',
  },
  {
    title: 'no title',
    yaml: ['number: 940006', 'kind: problem'],
    line: 1,
    number: 940006,
    message: 'The field "title" is missing. Add it to the front matter; every article needs number and title.',
  },
  {
    title: 'an empty number',
    yaml: ['title: x', 'number:'],
    line: 3,
    message: 'The field "number" is "null". Write a KB number: digits only, without KB, Q or quotes, such as 940006.',
  },
  {
    title: 'a number in quotes',
    yaml: ['title: x', 'number: "940006"'],
    line: 3,
    message: 'The field "number" is "940006". Write a KB number: digits only, without KB, Q or quotes, such as 940006.',
  },
  {
    title: 'a number with KB',
    yaml: ['number: KB940006', 'title: x'],
    line: 2,
    message:
      'The field "number" is "KB940006". Write a KB number: digits only, without KB, Q or quotes, such as 940006.',
  },
  {
    title: 'a title that is a number',
    yaml: ['number: 940006', 'title: 2007'],
    line: 3,
    number: 940006,
    message: 'The field "title" is "2007". Write text, in quotes where it looks like a number.',
  },
  {
    title: 'an empty title',
    yaml: ['number: 940006', 'title: " "'],
    line: 3,
    number: 940006,
    message: 'The field "title" is " ". Write something, or leave the field out.',
  },
  {
    title: 'a title that is too long',
    yaml: ['number: 940006', `title: ${'x'.repeat(2001)}`],
    line: 3,
    number: 940006,
    message: `The field "title" is "${'x'.repeat(80)}…". Write at most 2000 characters.`,
  },
  {
    title: 'a field that there is not',
    yaml: ['number: 940006', 'title: x', 'products:', '  - y', 'tags: [a]'],
    line: 6,
    number: 940006,
    message: 'There is no field "tags". Remove it, or correct its name; docs/content-format.md lists the fields.',
  },
  {
    title: 'a field that there is not, with a list below it',
    yaml: ['number: 940006', 'title: x', 'tags:', '  - a'],
    line: 4,
    number: 940006,
    message: 'There is no field "tags". Remove it, or correct its name; docs/content-format.md lists the fields.',
  },
  {
    title: 'a field that there is not, within a field',
    yaml: ['number: 940006', 'title: x', 'source:', '  url: y', '  page: 3'],
    line: 6,
    number: 940006,
    message: 'There is no field "page". Remove it, or correct its name; docs/content-format.md lists the fields.',
  },
  {
    title: 'a date that there is not',
    yaml: ['number: 940006', 'title: x', 'released: 2007-02-30'],
    line: 4,
    number: 940006,
    message:
      'The field "released" is "2007-02-30". Write a date written YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.',
  },
  {
    title: 'a kind that there is not',
    yaml: ['number: 940006', 'title: x', 'kind: bug'],
    line: 4,
    number: 940006,
    message:
      'The field "kind" is "bug". Write one of "update-rollup", "service-pack", "hotfix", "security-update", "problem", "how-to", "reference", "notice".',
  },
  {
    title: 'a word where a list belongs',
    yaml: ['number: 940006', 'title: x', 'products: Exchange'],
    line: 4,
    number: 940006,
    message: 'The field "products" is "Exchange". Write a list, each entry on a line of its own after "- ".',
  },
  {
    title: 'a word where fields belong',
    yaml: ['number: 940006', 'title: x', 'source: http://kb.example'],
    line: 4,
    number: 940006,
    message: 'The field "source" is "http://kb.example". Write fields of its own, indented below it.',
  },
  {
    title: 'a wrong entry of a list',
    yaml: ['number: 940006', 'title: x', 'fixes:', '  - 930463', '  - KB937656'],
    line: 6,
    number: 940006,
    message:
      'The field "fixes.1" is "KB937656". Write a KB number: digits only, without KB, Q or quotes, such as 940006.',
  },
  {
    title: 'a wrong successor',
    yaml: ['number: 940006', 'title: x', 'supersededBy: KB941421'],
    line: 4,
    number: 940006,
    message: 'The field "supersededBy" is "KB941421". Write a KB number such as 940006, or unknown.',
  },
  {
    title: 'a missing part of a field',
    yaml: ['number: 940006', 'title: x', 'sources:', '  - url: y'],
    line: 5,
    number: 940006,
    message: 'The field "sources.0.facts" is missing. Add it; docs/content-format.md says what belongs to "sources".',
  },
  {
    title: 'YAML that nests 100,000 levels deep',
    yaml: ['number: 940006', `title: ${'['.repeat(100_000)}`],
    line: 3,
    message: 'The front matter nests too deeply to be read. Write plain fields and lists.',
  },
]

for (const { title, yaml, text, line, number, message } of FAULTS) {
  test(`${title}: line ${line}`, () => {
    const file = text ?? ['---', ...(yaml ?? []), '---', '', 'Body'].join('\n')
    for (const same of [file, file.replaceAll('\n', '\r\n'), `\uFEFF${file}`]) {
      const error = faultOf(() => parseArticle(same, 'a/b.md'))
      assert.equal(error.message, message)
      assert.deepEqual([error.place.path, error.place.line, error.place.number], ['a/b.md', line, number])
      assert.match(error.message, /[^.]+\. [A-Z].*\.$/s)
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
    assert.match(error.message, new RegExp(`^There is no field "${key}"`))
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
    assert.deepEqual(error.place, { path, line: 1 })
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
    'The file has 4194305 bytes, and an article may have 4194304. Split it, or move it out of the content folder.',
  )
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
