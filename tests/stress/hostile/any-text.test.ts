import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { parsePaste } from '@/lib/check/parse-paste'
import { parseArticle } from '@/lib/content/read-article'
import { ArticleError } from '@/lib/kb/articles/errors'
import { mayHide, showHidden } from '@/lib/kb/articles/visible-text'
import { parseArticleAddress, parseArticlePath } from '@/lib/kb/numbers/article-address'
import { formatKbNumber, isKbNumber, parseKbNumber, parseNamedNumber } from '@/lib/kb/numbers/kb-number'
import { MAX_QUERY_LENGTH } from '@/lib/kb/search/query-text'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { parseSignature, parseSignatureSegment } from '@/lib/kb/signatures/parse-signature'
import { convertLegacyFile } from '@/lib/legacy-import/convert-legacy-file'
import { piecesOf } from '@/tests/support/pieces'

/** Each parser of a stranger's text is held to its contract by so many texts, or by as many as fit into the time. */
const RUNS = 100_000
const SECONDS = 180
const SEED = 940_006

const COMMON = [
  ...piecesOf(
    ` ¦\n¦\t¦\r\n¦.¦,¦:¦;¦-¦/¦\\¦"¦'¦%¦%2f¦%00¦%c0¦#¦?¦&¦=¦+¦(¦)¦[¦]¦{¦}¦<¦>¦*¦\u0000¦\u202e¦\u200b¦\ufeff¦\ud800¦😀¦é¦ß¦文`,
  ),
  ...piecesOf(
    `0¦1¦9¦a¦KB¦kb¦Q¦q¦９４００¦940006¦KB940006¦0940006¦1e9¦-1¦99999999999999999999¦0x80070643¦__proto__¦constructor`,
  ),
]
const WORDS = {
  address: piecesOf(
    `http://¦https:¦//¦support.microsoft.com¦/kb/¦/?kbid=¦default.aspx?scid=kb;en-us;¦/help/¦web.archive.org/web/2008/¦@¦..¦/a/`,
  ),
  query: piecesOf(`product:¦kind:¦state:¦year:¦number:¦"a phrase"¦-word¦-"¦exchange¦ update ¦OR¦NEAR(¦event id 1023`),
  signature: piecesOf(`event-¦Event ID: ¦Source: ¦STOP ¦0x¦-2147023293¦.exe¦services¦8.0.744.0¦ERROR_¦MAPI_E_¦dll `),
  paste: piecesOf(
    `Hotfix(s): 1 Hotfix(s) Installed.\n¦[01]: KB1\n¦HotFixID¦ComputerName : A\n¦<Event>¦{"a":[¦8.1.436.0\n¦Event ID: 1023\n¦a,b\n¦| a | b |\n`,
  ),
  yaml: piecesOf(
    `---\n¦number: 1\n¦title: x\n¦products: [a]\n¦  - a\n¦  a: b\n¦: ¦&a ¦*a¦!!js ¦<<: ¦|\n¦>\n¦{¦[¦"\\ud800"\n¦supersedes: 1\n¦source:\n¦released: 2001-02-30\n`,
  ),
  dump: piecesOf(
    `DOCUMENT:Q156091 1-JAN-1998 [winnt]\n¦TITLE   :x\n¦PRODUCT :Microsoft\n¦The information in this article applies to:\n\n¦SYMPTOMS\n========\n\n¦- a\n¦   1. b\n¦<html><body>¦<h1>x</h1>¦</div>¦MORE INFORMATION\n`,
  ),
} as const

function textsOf(pieces: readonly string[], maxLength: number): fc.Arbitrary<string> {
  const known = fc
    .array(fc.constantFrom(...COMMON, ...pieces, ...pieces), { maxLength })
    .map((chosen) => chosen.join(''))
  return fc.oneof({ arbitrary: known, weight: 4 }, { arbitrary: fc.string({ unit: 'binary', maxLength }), weight: 1 })
}

/** Says how many texts it were; of one that fails, the smallest like it is reported. */
function holds(context: TestContext, texts: fc.Arbitrary<string>, check: (text: string) => void): void {
  const limit = { interruptAfterTimeLimit: SECONDS * 1000, markInterruptAsFailure: false }
  const report = fc.check(fc.property(texts, check), { seed: SEED, numRuns: RUNS, ...limit })
  context.diagnostic(`${report.numRuns} texts`)
  if (report.failed) assert.fail(fc.defaultReportMessage(report))
  assert.ok(report.numRuns > 100)
}

test('a number is read as its one form, or not at all', (context) => {
  holds(context, textsOf([], 6), (text) => {
    for (const number of [parseKbNumber(text), parseNamedNumber(text)]) {
      if (number === undefined) continue
      assert.ok(isKbNumber(number))
      assert.equal(parseKbNumber(formatKbNumber(number)), number)
    }
  })
})

test('an address leads to an article, or nowhere', (context) => {
  holds(context, textsOf(WORDS.address, 10), (text) => {
    const found = [parseArticleAddress(text), parseArticlePath(`/${text}`, new URLSearchParams(text))]
    for (const number of found) assert.ok(number === undefined || Number.isSafeInteger(number), text)
  })
})

test('a query is never refused, stays short and is the same when it is read again', (context) => {
  holds(context, textsOf(WORDS.query, 12), (text) => {
    const query = parseSearchQuery({ q: text, page: text, product: text })
    assert.ok(query.text.length <= MAX_QUERY_LENGTH)
    assert.doesNotMatch(query.text, /\p{Cc}|\p{Cs}|[\u200b\u202a-\u202e]/u)
    assert.ok(Number.isSafeInteger(query.page) && query.page >= 1)
    assert.deepEqual(parseSearchQuery({ q: query.text }).words, query.words)
  })
})

test('a signature has one name, by which it is found again', (context) => {
  holds(context, textsOf(WORDS.signature, 6), (text) => {
    const signature = parseSignature(text)
    parseSignatureSegment(text)
    if (signature) assert.deepEqual(parseSignature(signature.id)?.id, signature.id)
  })
})

test('a pasted text is never refused', (context) => {
  holds(context, textsOf(WORDS.paste, 8), (text) => void parsePaste(text))
})

test('an article is read, or refused in two sentences at a line', (context) => {
  holds(context, textsOf(WORDS.yaml, 8), (text) => {
    try {
      const { frontMatter, bodyLine } = parseArticle(`---\nnumber: 1\n${text}`, 'a.md')
      assert.ok(bodyLine > 1 && frontMatter.title === showHidden(frontMatter.title))
    } catch (error) {
      assert.ok(error instanceof ArticleError, String(error))
      assert.match(error.message, /^[\s\S]+[^.]\. [\s\S]*\.$/)
      assert.ok(error.place.line >= 1 && error.place.line <= text.split(/\r\n?|\n/).length + 3)
    }
  })
})

test('a dump becomes articles that can be read, or has a problem', (context) => {
  holds(context, textsOf(WORDS.dump, 8), (text) => {
    const { articles, problems } = convertLegacyFile({ bytes: Buffer.from(text), file: 'a.txt' })
    assert.ok(articles.length > 0 || problems.length > 0)
    for (const { markdown } of articles) parseArticle(markdown, 'a.md')
  })
})

test('what was shown once is plain, and stays as it is', (context) => {
  holds(context, textsOf([], 8), (text) => {
    const shown = showHidden(text)
    assert.equal(showHidden(shown), shown)
    if (!mayHide(text)) assert.equal(shown, text)
  })
})
