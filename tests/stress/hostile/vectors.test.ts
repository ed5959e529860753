import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ElementContent, Root, RootContent } from 'hast'
import { parseArticle } from '@/lib/content/read-article'
import { formatCsvRow } from '@/lib/http/csv'
import { formatProblem } from '@/lib/kb/articles/errors'
import { mayHide } from '@/lib/kb/articles/visible-text'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { allRows } from '@/lib/kb-index/file/rows'
import { suggestArticles } from '@/lib/kb-index/read/search/suggestions'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { renderArticle } from '@/lib/markdown/render-article'
import { resolveUrl } from '@/lib/rooms'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { piecesOf } from '@/tests/support/pieces'
import { indexPath } from '@/tests/support/sample-index'
import { treeToHtml } from '@/tests/support/tree-to-html'

/** What strangers have written into fields to see what happens. */
const VECTORS = [
  ...piecesOf(
    `<script>alert(1)</script>¦"><img src=x onerror=alert(1)>¦'><svg/onload=alert(1)>¦javascript:alert(1)¦JaVaScRiPt:alert(1)`,
  ),
  ...piecesOf(
    `java\tscript:alert(1)¦&#106;avascript:alert(1)¦data:text/html;base64,PHNjcmlwdD4=¦vbscript:msgbox(1)¦</title><script>1</script>`,
  ),
  ...piecesOf(
    `</script><script>1</script>¦<!--><script>1</script>-->¦<![CDATA[<script>1</script>]]>¦<math><mtext></form><form><mglyph><style>`,
  ),
  ...piecesOf(
    `<iframe srcdoc="<script>1</script>">¦<a href="javascript:1">x</a>¦[x](javascript:alert(1))¦[x](<javascript:alert(1)>)¦![x](data:,1)`,
  ),
  ...piecesOf(
    `<javascript:alert(1)>¦[x]: javascript:1\n\n[x]¦<base href=//evil.example>¦<meta http-equiv=refresh content=0>¦<form action=//x><input>`,
  ),
  ...piecesOf(
    `\${alert(1)}¦{{constructor.constructor('alert(1)')()}}¦<%= 7*7 %>¦#{7*7}¦*{7*7}¦__proto__¦constructor¦toString¦hasOwnProperty`,
  ),
  ...piecesOf(
    `' OR 1=1 --¦"; DROP TABLE article; --¦1;SELECT sleep(9)¦NEAR(a b)¦title:a* OR body:b¦""""¦"a¦-¦--¦*¦()¦a AND¦NOT`,
  ),
  ...piecesOf(
    `../../etc/passwd¦..%2f..%2fetc%2fpasswd¦%00¦%c0%ae¦\\\\server\\share¦file:///etc/passwd¦C:\\CON¦//evil.example¦/\\evil.example`,
  ),
  ...piecesOf(
    `=1+1¦=HYPERLINK("http://x")¦+1¦-1¦@SUM(1)¦＝1¦\t=1¦%0d%0aSet-Cookie: a=1¦a\r\nLocation: //x¦true¦null¦undefined¦NaN¦Infinity`,
  ),
  ...piecesOf(
    `-1¦0¦00¦1e309¦0x0¦9007199254740993¦１２３¦½¦٣¦Ω≈ç√∫¦田中さん¦ㅂㅈㄷ¦Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤¦﷽¦👾 🙇 💁🏽¦🇺🇸🇷🇺¦ﾟ･✿ヾ╲(｡◕‿◕｡)╱✿･ﾟ`,
  ),
  ...piecesOf(
    `\u202etest\u202c¦\u2066test\u2067¦\u200b¦\ufeff¦\u0000¦\u0007\u001b[31m¦\u2028¦\u0085¦\u{e0001}\u{e0041}¦ثم نفس سقطت¦בְּרֵאשִׁית`,
  ),
]
const ELEMENTS =
  /^(?:section|h[2-6]|p|ul|ol|li|blockquote|aside|hr|br|a|em|strong|del|code|pre|span|sup|input|table|thead|tbody|tr|t[hd]|figure|dl|d[td])$/

test('what strangers try is text in every place, or refused in two sentences', async (context) => {
  const files = VECTORS.map((vector, place) => [`${place}.md`, articleOf(900_000 + place, vector)] as const)
  const contentDir = makeFolder(context, Object.fromEntries(files))
  const indexFile = indexPath(context)
  const { articleCount, problems } = await updateIndex({ contentDir, indexFile })
  const refused = new Set(problems.filter(({ isNote }) => !isNote).map(({ file }) => file))
  assert.ok(articleCount + refused.size >= VECTORS.length && articleCount > VECTORS.length / 2)
  for (const problem of problems) assert.match(formatProblem(problem), /^\S+:\d+ {2}[A-Z"].*[^.]\. .*\.$/)

  const index = openIndex(indexFile)
  context.after(() => closeDatabase(index))
  for (const { title } of allRows<{ title: string }>(index, 'SELECT title FROM article')) {
    assert.equal(title.includes('\u202e') || title.includes('\u001b'), false, title)
  }
  for (const vector of VECTORS) {
    const results = await searchArticles(
      index,
      parseSearchQuery({ q: vector, product: vector, state: vector, page: vector }),
    )
    assert.ok(results.itemCount >= 0)
    await suggestArticles(index, vector)
    await judgePaste(index, vector)
    assertOwnAddress(
      resolveUrl(index, new URL(`http://viewer/kb/${encodeURIComponent(vector)}?q=${encodeURIComponent(vector)}`)),
    )
    assertOwnAddress(resolveUrl(index, new URL(`http://viewer/${vector.replace(/^\/+/, '')}`)))
    assert.doesNotMatch(formatCsvRow([vector]), /^"?[=+\-@\t\r＝]/)
  }
})

for (const vector of VECTORS) {
  test(`a body of ${JSON.stringify(vector)} is nothing but known elements`, () => {
    const places = [
      vector,
      `# ${vector}`,
      `- ${vector}`,
      `> ${vector}`,
      `[x](${vector})`,
      `[x](<${vector}>)`,
      `\`\`\`${vector}\n${vector}\n\`\`\``,
    ]
    const { tree } = renderArticle(
      [...places, `| ${vector} |\n| - |\n| ${vector} |`, `[r]\n\n[r]: ${vector}`].join('\n\n'),
      {
        resolve: () => ({ title: vector, state: 'no-replacement-known' }),
      },
    )
    assertKnown(tree)
    assert.doesNotMatch(treeToHtml(tree), /<(?:script|img|svg|iframe|style|base|meta|form)\b|href="(?:java|vb|data)/i)
  })
}

/** An article that has the vector in each field that takes a text, as far as the schema allows. */
function articleOf(number: number, vector: string): string {
  const text = JSON.stringify(vector)
  const fields = [
    'title',
    'shortTitle',
    'line',
    'build',
    'version',
    'revision',
    'withdrawn',
    'queryWords',
    'productGroup',
  ]
  const lists = ['products', 'keywords', 'bulletins', 'bugs', 'fixedIn', 'platforms']
  const yaml = [...fields.map((field) => `${field}: ${text}`), ...lists.map((field) => `${field}: [${text}]`)]
  const article = `---\nnumber: ${number}\n${yaml.join('\n')}\n---\n${vector}\n`
  // A field that refuses the vector must not hide the others.
  try {
    parseArticle(article, 'a.md')
    return article
  } catch {
    return `---\nnumber: ${number}\ntitle: ${text}\n---\n${vector}\n`
  }
}

function assertOwnAddress(destination: ReturnType<typeof resolveUrl>): void {
  if ('redirect' in destination) assert.match(destination.redirect, /^\/(?![/\\])/)
}

function assertKnown(tree: Root): void {
  const waiting: (RootContent | ElementContent)[] = [...tree.children]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text')
      assert.ok(!mayHide(node.value) || /\p{L}|\p{Emoji}|\u00ad|\u200b|\ufeff/u.test(node.value))
    else assert.ok(node.type === 'element' && ELEMENTS.test(node.tagName), node.type)
    if (node.type === 'element')
      assert.ok(Object.keys(node.properties).every((name) => !/^on|^style$|^src/i.test(name)))
    if ('children' in node) waiting.push(...node.children)
  }
}
