import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copyAddress, relativeLink } from '@/lib/export/page-file'
import { rewritePage } from '@/lib/export/rewrite-page'

const rewrite = (page: string, head?: string) =>
  rewritePage(page, { linkTo: (target) => relativeLink('kb/1.html', target), resolve: copyAddress, head })

const holds = (page: string, expected: string) => assert.equal(rewrite(page).html, expected)

test('links become relative, and everything else stays to the byte', () => {
  holds(
    '<!DOCTYPE html><P  title="a &lt; b">See <a class="x" href="/kb/2#a">KB2</a> &amp; <A HREF=\'/wanted\'>more</A></P><!-- c -->',
    '<!DOCTYPE html><P  title="a &lt; b">See <a class="x" href="2.html#a">KB2</a> &amp; <a href="../wanted.html">more</A></P><!-- c -->',
  )
  holds(
    '<a href="#top">Top</a> <a href="https://example.com/?a=1&amp;b">x</a>',
    '<a href="#top">Top</a> <a href="https://example.com/?a=1&amp;b">x</a>',
  )
  holds('<img alt="a&quot;b" src="/pictures/ab12.png">', '<img alt="a&quot;b" src="../assets/ab12.png">')
})

test('a link to what the copy lacks becomes its words, and in a bar it goes', () => {
  holds('<p>See <a href="/check">the <b>check</b></a>.</p>', '<p>See the <b>check</b>.</p>')
  holds('<nav><a href="/kb/2">2</a><a href="/check">Check <i>x</i></a></nav>', '<nav><a href="2.html">2</a></nav>')
})

test('what is of use only where the server is goes with all that it contains', () => {
  holds('<p>a<span data-live> b<span>c</span><a href="/check">d</a></span>e</p>', '<p>ae</p>')
  holds('<form action="/updates/compare"><input name="from"></form>.', '.')
})

test('a form searches the copy, and that of a product its articles', () => {
  holds('<form action="/search"><input name="q"></form>', '<form action="../search.html"><input name="q"></form>')
  holds(
    '<form action="/products/exchange"><input name="q"></form>',
    '<form action="../search.html"><input type="hidden" name="product" value="exchange"><input name="q"></form>',
  )
})

test('the head keeps what a file can use, and gains what the copy needs', () => {
  const page = `<head><link rel="canonical" href="/kb/1"><link rel="stylesheet" href="/_next/static/chunks/a.css">
<meta name="twitter:card" content="x"><meta property="og:title" content="T"><script type="module" src="/assets/site-1.js"></script>
<script type="application/ld+json">{"a":"</head><a href='/kb/1'>"}</script></head>`
  assert.equal(
    rewrite(page, '<meta name="own">').html,
    `<head><link rel="stylesheet" href="../assets/a.css">
<meta property="og:title" content="T"><script src="../assets/site.js" defer></script>
<meta name="own"></head>`,
  )
})

test('words that look like tags are not tags', () => {
  const page =
    '<title><a href="/kb/2"></title><textarea><a href="/kb/2"></textarea><style>a::before{content:"<a href=/check>"}</style>'
  holds(page, page)
})

test('the ids and links of a page are told', () => {
  const { ids, links } = rewrite('<h2 id="cause">x</h2><a href="/kb/2#b">y</a><a href="/check">z</a>')
  assert.deepEqual([...ids], ['cause'])
  assert.deepEqual(
    links.map(({ file, suffix }) => file + suffix),
    ['kb/2.html#b'],
  )
})
