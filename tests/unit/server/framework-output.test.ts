import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeOutFramework } from '@/server/pages/framework-output.mjs'

const OWN = '<script src="/assets/theme-0.js"></script><script type="module" src="/assets/site-0.js"></script>'
const FACTS = '<script type="application/ld+json">{"headline":"\\u003c/script>"}</script>'

test('a page keeps its markup, its facts and our scripts, and nothing of the framework’s client', () => {
  const html = `<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/>\
<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>\
<script src="/_next/static/chunks/c.js" async=""></script>${OWN}<script src="/_next/static/chunks/d.js" noModule=""></script></head>\
<body><div hidden=""><!--$--><!--/$--></div><main>1<!-- --> &lt;script&gt; of 2${FACTS}</main><!--$--><!--/$-->\
<script id="_R_">(globalThis["TURBOPACK"]||[]).push({})</script><script>(self.__next_f=self.__next_f||[]).push([0])</script>\
<script>self.__next_f.push([1,"\\u003cscript>"])</script></body></html>`
  assert.equal(
    takeOutFramework(html)?.html,
    `<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/>${OWN}</head>\
<body><main>1 &lt;script&gt; of 2${FACTS}</main></body></html>`,
  )
})

test('what a page says about itself goes into headers, and links that come now here, now there, have one place', () => {
  const [feed, search] = [
    '<link rel="alternate" type="application/atom+xml" title="New" href="/feed.xml"/>',
    '<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml"/>',
  ]
  const marks = '<meta name="kb-index" content="0a.1b"/><meta name="kb-file" content="a &amp; b/é&quot;&#x27;.md"/>'
  const title = '<title>One</title>'
  for (const head of [marks + search + feed + title, title + feed + search + marks, search + title + marks + feed]) {
    assert.deepEqual(takeOutFramework(`<html><head>${head}</head><body></body></html>`), {
      html: `<html><head>${title}${feed}${search}</head><body></body></html>`,
      marks: { index: '0a.1b', file: encodeURIComponent('a & b/é"\'.md') },
    })
  }
})

test('a page that another server made stays as it is', () => {
  const html = '<!doctype html>\n<title>Busy</title><p>Try again.</p>'
  assert.deepEqual(takeOutFramework(html), { html, marks: {} })
})

test('a page that only the framework’s client would fill is none', () => {
  assert.equal(
    takeOutFramework('<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>'),
    undefined,
  )
})

for (const [what, html] of [
  ['a boundary that is still open', '<main><!--$?--><template id="B:0"></template><p>Wait</p><!--/$--></main>'],
  ['a boundary that failed', '<main><!--$!--><!--/$--></main>'],
  ['a part that a script would move', '<main></main><div hidden="" id="S:0"><p>Late</p></div>'],
  ['a script without an end', '<main></main><script>self'],
] as const) {
  test(`a page with ${what} is refused, so that no reader gets half of it`, () => {
    assert.throws(() => takeOutFramework(html))
  })
}
