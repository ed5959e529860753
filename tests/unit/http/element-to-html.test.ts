import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { createElement, memo, type ReactNode } from 'react'
import { jsx } from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { ArticleBody } from '@/components/article/body/article-body'
import { Document } from '@/components/layout/document'
import { PageShell } from '@/components/layout/page-shell'
import { listArticleFiles } from '@/lib/content/list-article-files'
import { readArticleSync } from '@/lib/content/read-article'
import { elementToHtml } from '@/lib/http/document/element-to-html'
import { DEFAULT_SITE } from '@/lib/kb/site'
import { renderArticle } from '@/lib/markdown/render-article'
import { PROJECT_ROOT } from '@/scripts/shared/project-root.mjs'

const parser = unified().use(rehypeParse).freeze()
const ARTICLE = { markdownPath: '/kb/1.md', picturePath: '/share/1.png' }
const FACTS = { title: 'A & <b>"B"</b>', path: '/kb/1', article: ARTICLE }
const ASSETS = { theme: '/assets/theme.js', site: '/assets/site.js', styles: '/assets/site.css' }
const DOCUMENT = { facts: FACTS, site: DEFAULT_SITE, origin: 'http://kb.example', assets: ASSETS }

/** What a browser makes of a text; React writes some attributes in another order. */
function read(html: string): string {
  return JSON.stringify(parser.parse(html), (name, value) => {
    if (name === 'position' || name === 'data') return undefined
    return name === 'properties' ? Object.fromEntries(Object.entries(value).sort()) : value
  })
}

test('browsers read the same page as from React: articles that ship, in a whole document', async () => {
  const files = await listArticleFiles(join(PROJECT_ROOT, 'content'))
  const chosen = files.filter((_, at) => at % 4 === 0)
  assert.ok(chosen.length > 12)
  for (const { path } of chosen) {
    const { article } = readArticleSync(join(PROJECT_ROOT, 'content'), path)
    const { tree } = renderArticle(article.body, { resolve: () => undefined })
    const shell = jsx(PageShell, {
      searchText: '"a" & <b>',
      path: '/kb/1',
      children: jsx(ArticleBody, { tree }),
    })
    const page = jsx(Document, { ...DOCUMENT, children: shell })
    // React moves some elements of a head to its end.
    const [ours, react] = [elementToHtml(page), renderToStaticMarkup(page)].map((html) =>
      html.replace(/^.*?<body/s, '<body'),
    )
    assert.equal(read(ours ?? ''), read(react ?? ''), path)
  }
})

const RAW = 'dangerouslySetInnerHTML'
const HOSTILE = `</p></script><script>alert(1)</script>"'><img src=x onerror=alert(1)>&lt;&#60;<!--`

test('a hostile text is text, wherever it stands', () => {
  const list = [HOSTILE, createElement('b', { key: 1 }, HOSTILE)]
  const page = createElement('p', { title: HOSTILE, lang: HOSTILE }, HOSTILE, list)
  const html = elementToHtml(page)
  assert.equal(read(html), read(renderToStaticMarkup(page)))
  assert.deepEqual(html.match(/<\w+/g), ['<p', '<b'])
})

test('what React leaves out is left out, and words of states are written', () => {
  const attributes = { hidden: true, 'aria-hidden': false, 'data-parts': undefined, tabIndex: -1, spellCheck: false }
  const page = createElement(
    'div',
    { ...attributes, title: '' },
    ...[null, false, 0],
    createElement('input', { type: 'checkbox', defaultChecked: true, disabled: false }),
    createElement('textarea', { defaultValue: '\n<a>' }),
    createElement('pre', {}, '\n\nline'),
    createElement('svg', { viewBox: '0 0 1 1', strokeWidth: '2', textAnchor: 'end' }),
  )
  assert.equal(read(elementToHtml(page)), read(renderToStaticMarkup(page)))
})

let writtenCount = 0
const Counted = memo(function Counted({ name }: { readonly name: string }) {
  writtenCount++
  return createElement('b', { title: name }, name)
})

test('what a page remembers is written once for each of its properties', () => {
  const write = (name: string) => elementToHtml(createElement(Counted, { name }))
  const pages = ['a', '<i>', 'a', '<i>'].map(write)
  assert.deepEqual([writtenCount, pages.slice(0, 2)], [2, pages.slice(2)])
  assert.deepEqual(
    pages.slice(0, 2).map(read),
    ['a', '<i>'].map((name) => read(renderToStaticMarkup(jsx(Counted, { name })))),
  )
  const others = writtenCount
  for (let name = 0; name < 100; name++) write(String(name))
  assert.equal(write('a'), pages[0])
  assert.equal(writtenCount - others, 101)
})

for (const [what, node] of [
  ['an object', { toString: () => '<b>' } as unknown as ReactNode],
  ['a promise', Promise.resolve('late')],
  ['a listener', createElement('p', { onClick: () => {} })],
  ['a listener as a text', createElement('p', { onclick: 'alert(1)' })],
  ['a style', createElement('p', { style: { color: 'red' } })],
  ['an attribute with blanks', createElement('p', { 'a onclick': 'x' })],
  ['raw HTML', createElement('p', { [RAW]: { __html: '<b>' } })],
  ['an address that is a script', createElement('a', { href: '\u0001 java\nScript:alert(1)' })],
  ['a script that ends early', createElement('script', { [RAW]: { __html: '</script><b>' } })],
  ['an element of a name with blanks', createElement('p onclick=x', {})],
] as const) {
  test(`a page with ${what} is refused`, () => {
    assert.throws(() => elementToHtml(node), TypeError)
  })
}
