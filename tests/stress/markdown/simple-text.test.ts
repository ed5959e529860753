import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { parseArticle } from '@/lib/content/read-article'
import { extractArticleFacts, extractTreeFacts } from '@/lib/markdown/extract-article-facts'
import { parseInPieces } from '@/lib/markdown/fast/parse-in-pieces'
import { splitSimpleBlocks } from '@/lib/markdown/fast/split-simple-blocks'
import { parseBlocks } from '@/lib/markdown/parse-blocks'
import { parseMarkdown } from '@/lib/markdown/processor'
import { holdsFor } from '@/tests/support/holds'
import { kbNumberOf } from '@/tests/support/kb-number-of'

const SELF = kbNumberOf(940006)
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** What is read quickly must be what the whole parser reads: the facts for the index, and the tree for the importer. */
function assertSame(body: string, name = JSON.stringify(body)): void {
  const whole = extractTreeFacts(parseBlocks(body), SELF)
  assert.deepEqual(JSON.parse(JSON.stringify(extractArticleFacts(body, SELF))), JSON.parse(JSON.stringify(whole)), name)
  assert.deepEqual(plain(parseInPieces(body, { parse: parseMarkdown, isTree: true })), plain(parseMarkdown(body)), name)
}

/** A tree without what has no meaning. Of positions only the lines of links are promised. */
function plain(tree: Root): unknown {
  return JSON.parse(
    JSON.stringify(tree, function (this: Nodes, key, value) {
      if (key === 'position') return this.type === 'link' ? value?.start.line : undefined
      return value ?? undefined
    }),
  )
}

test('the facts and blocks of every text that we have are those of its whole tree', () => {
  const golden = listFiles('tests/fixtures/markdown').map((path) => [path, readFileSync(path, 'utf8')] as const)
  const articles = ['content', 'tests/fixtures/content'].flatMap(listFiles)
  for (const [path, body] of golden) assertSame(body, path)
  for (const path of articles) assertSame(parseArticle(readFileSync(path, 'utf8'), path).body, path)
  assert.ok(golden.length >= 10 && articles.length > 62)
})

const SIMPLE: Readonly<Record<string, string>> = {
  'a paragraph of two lines': 'One line\nand another.',
  'escaped marks': 'WM\\_PAINT \\*x\\* \\[a] C:\\\\Temp \\a',
  'marks that mean themselves': 'WM_PAINT, AT&T, 3 < 4, a * b, [HKEY_LOCAL_MACHINE], mail@, #include',
  'a link with the words behind it': '[Q930463](/kb/930463) A title',
  'a number in prose, behind a line break': 'See:\\\nKB930463 A title\\\nand Q156091.',
  'emphasis between blanks': '*-or-* **Bold words** and __more__ of _it_',
  'code and an address': 'Type `dir /s` or see <http://a.b/c_d> and [www.a.b](http://www.a.b/c).',
  'headings and code': '## A `b` c\n\n```event\nType: x\n\n  y\n```\n### Next\ntext\n```\nx\n```',
  'a list of several depths': '1. a\n\n   b\n\n   - c\n     d\n   - e\n2. f\n\n   ```\n   g\n\n     h\n   ```\n\n3. i',
  'lists of two kinds': 'Words:\n- a\n- b\n\n* c\n\n1) d',
  'a note': '> [!NOTE]\n> Text\n>\n> - a\n> - b',
  'a table with a bar in a cell': '| a | b |\n| - | :-: |\n| c \\| d | [Q930463](/kb/930463) t |\n| | |\n| e |',
}

for (const [title, body] of Object.entries(SIMPLE)) {
  test(`read without the whole parser: ${title}`, () => {
    assert.deepEqual(
      splitSimpleBlocks(body, true).filter(({ type }) => type === 'hard'),
      [],
    )
    assertSame(body)
  })
}

/** Each is near to something simple, and means something else. */
const TRAPS: Readonly<Record<string, string>> = {
  'a definition far below': '[one] two KB930463\n\n- [a]\n\n[one]: /kb/930463\n[a]: <b>',
  'a definition in a list, over two lines': 'a [b\nc]\n\n- > [b\n  c]: /kb/930463',
  'words that belong to the item above': '- a\nb\n> c\nd',
  'an underline': 'a\n---\nb\n===\n- c\n---',
  'code without an end': 'a\n\n```\nb\n\n- c\n',
  'code that an indented line ends': '```\na\n ```\nb',
  'code with more than its language': '```sql a  b\nc\n```\n\n``` [Q930463](/kb/930463) T \n```',
  'nested items in a quotation': '> - a\n>\n>   1. b\n>\n>      - c\n>\n>   2. d\n> - e',
  'an empty item after others': '- a\n\n- \n\n1. b\n2.\n\n* c\n*     d',
  'code in an item that leaves it': '- ```\n  a\nb\n```',
  'indented code, and what follows it': '    a\n\n- \n\n\tb\n\n2. c',
  'a list that does not begin with 1': 'a\n2. b\n3) c',
  'a list in a list that ends a paragraph': 'a\n- 2. b\n- > c',
  'raw HTML with blank lines': '<!-- a\n\n- b\n\n-->\n\n<div>\n*a*\n\n*b*\n</div>\n\n<script>\n\n# c\n</script>',
  'HTML around blocks': '<details>\n\n- a KB930463\n\n</details>\n\n> <ul><li>a\n\nb\n\n- <b>\n\n  c\n\n  </b>',
  'HTML among words':
    'a <kbd>b</kbd> <c> <b>KB930463</b> see: <ul><li>a</li></ul> </i>\n\n<table>\n<tr><td>a<td>b\n</table>\n\n| <br>a |\n| - |\n| b<br>c |',
  'ids of headings': '## a {#b}\n\n### c `d` {#e}\n\n# {#f}',
  'emphasis beside marks': '(**a**), *b*. **c**: **d.**, _e_) **f**g (*h i*) **j** **k**! *l*; "**m**" **n**\'s',
  pictures: '![a b](c.png) ![d](e "f") ![g](https://h.i/j.png), ![k [l]](m) ![n*o*](p)\n\n![q](r.png)\ns',
  'a table without outer bars': 'a | b\n- | -\nc | `d \\| e`\n\n|| a |\n| - |',
  'a table below words': 'a\n| b |\n| - |\n| c |',
  'bare addresses': 'www.a.b, http\\://a.b/KB930463 and x\\@a.b, HTTPS://a.b)',
  'an image and its text': '![KB930463](a.png) ![](b)',
  'emphasis that ends elsewhere': '*a **b* c** _d_e_ **f **g** h** *i*j **k.**l',
  'brackets around a link': '[a [KB930463](/kb/930463) b](c) [d](e "f") [g](<h i>) [j]( k )',
  'code that goes on': 'a ` b `` c ` d `` e [f`](g)`',
  references: 'AT&amp;T &copy &#42;a&#42; &#x4B;B930463',
  'breaks of both kinds': 'a  \nKB930463 title\\\n b \nc\t\n',
  'a task': '- [ ] a\n- [x] KB930463 b\n- [X]',
  'headings of all kinds': '#\n# \n## a ##\n### b #c\n####### d\n#e\n  ## f',
  'characters that parsers replace': 'a\0b\n\nc\r\nd\re\n\n\uFEFF# f',
  'blanks that are none': '\u00a0- a\n\n*\u00a0b* **c\u00a0**\n\n#\u00a0d',
}

for (const [title, body] of Object.entries(TRAPS)) {
  test(`left to the whole parser, or read as it does: ${title}`, () => {
    assertSame(body)
    // Nothing that stands before or after a hard part changes, or is changed.
    assertSame(`- a\n- b\n\n${body}\n\n- c\n\nd KB930463`)
  })
}

const BLOCKS =
  '\n|\n\n|\n  |\n   |\n    |\n> |\n- |\n1. |\n\n- |\n\n> |\n\n  | |a|b c|KB930463|# |## x\n|> |- |1. |2) |* |---|===|```|\n```\n|~~~|<|<!--|<b>|\t|[ ] |***|  \n|\\\n|[!NOTE]\n'
    .split('|')
    .concat('|', '| a | b |\n| - | :-: |\n', '| KB930463 | c |\n', '[a]: /kb/930463\n', '[^1]: ')
const WORDS =
  'a|b c| |\n|.|:|*|**|_|__|`|``|~~|[|]|(|)|](|![|[a](/kb/930463)|[Q930463](/kb/930463) T t t|<|>|<http://a.b>|http://a.b|www.a.b|x@a.b|@|&|&amp;|\\|\\*|\\_|\\[|\\\n|KB930463|é|\u00a0|😀|[^1]|!|a_b|<a|"'.split(
    '|',
  )

test('texts that nobody would write have the facts and blocks of their whole trees', () => {
  const textsOf = (pieces: readonly string[]) =>
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 16, size: 'max' }).map((chosen) => chosen.join(''))
  const texts = fc.oneof(textsOf(BLOCKS), textsOf(WORDS), textsOf([...BLOCKS, ...WORDS]))
  holdsFor(texts, (text) => assertSame(text), 2000)
})

test('a list whose last item is hard costs no more than its length', { timeout: 20_000 }, () => {
  const body = `${'- a KB930463\n\n'.repeat(9000)}- &amp;\n\n      code`
  assert.equal(extractArticleFacts(body, undefined).links.length, 9000)
})

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.endsWith('README.md'))
    .map((path) => join(ROOT, folder, path))
}
