import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, copyPages } from '@/scripts/export/copy-pages'

type Site = Readonly<Record<string, string | Partial<Answer>>>

async function copy(site: Site, { base, seeds = ['/'] }: { base?: string; seeds?: readonly string[] } = {}) {
  const files = new Map<string, string>()
  const report = await copyPages({
    ask: async (address) => {
      const known = site[address] ?? { status: 404, body: Buffer.from('<p>Page not found</p><a href="/kb/1">1</a>') }
      const answer = typeof known === 'string' ? { body: Buffer.from(known) } : known
      return { status: 200, type: 'text/html; charset=utf-8', body: Buffer.from(''), ...answer }
    },
    write: async (file, bytes) => void files.set(file, bytes.toString()),
    seeds,
    connections: 2,
    ownFiles: new Set(['assets/theme.js']),
    base,
  })
  return { files, report }
}

test('all pages that links lead to are copied, with what they show', async () => {
  const { files, report } = await copy({
    '/': '<a href="/kb/1">1</a><link rel="stylesheet" href="/_next/static/a.css"><script src="/assets/theme-12ab.js"></script>',
    '/kb/1': '<a href="/wanted?page=2">2</a>',
    '/wanted?page=2': '<a href="/">0</a>',
    '/_next/static/a.css': { type: 'text/css', body: Buffer.from('a{}') },
  })
  assert.deepEqual([...files.keys()].sort(), ['assets/a.css', 'index.html', 'kb/1.html', 'wanted~page-2.html'])
  assert.equal(files.get('wanted~page-2.html'), '<a href="index.html">0</a>')
  assert.deepEqual(report, { pageCount: 3, assetCount: 1, deadLinks: 0, deadSections: [] })
})

test('a link that leads nowhere becomes words, and one that leads on leads to the end', async () => {
  const { files, report } = await copy({
    '/': '<a href="/updates/gone">gone</a> <a href="/kb/9#cause">9</a>',
    '/kb/9': { status: 308, location: '/kb/10' },
    '/kb/10': '<h2 id="cause">x</h2>',
  })
  assert.equal(files.get('index.html'), 'gone <a href="kb/10.html#cause">9</a>')
  assert.equal(files.has('updates/gone.html'), false)
  assert.equal(report.deadLinks, 1)
  assert.deepEqual(report.deadSections, [])
})

test('the page about a missing article is copied', async () => {
  const { files } = await copy({
    '/': '<a href="/kb/5">5</a>',
    '/kb/5': { status: 404, body: Buffer.from('<p>cited</p>') },
  })
  assert.equal(files.get('kb/5.html'), '<p>cited</p>')
})

test('links to sections that are not there are told', async () => {
  const { report } = await copy({
    '/': '<a href="/kb/1#here">a</a><a href="/kb/1#nowhere">b</a>',
    '/kb/1': '<i id="here">',
  })
  assert.deepEqual(report.deadSections, ['index.html: kb/1.html#nowhere'])
})

test('two addresses with one file are a fault, not a lost page', async () => {
  await assert.rejects(
    copy({ '/': '<a href="/signatures/A">1</a><a href="/signatures/a">2</a>' }),
    /have the same file/,
  )
})

test('a page that the site cannot make ends the export', async () => {
  await assert.rejects(copy({ '/': { status: 500 } }), /could not make \/ \(status 500\)/)
})

test('the search page loads the search, and says that it needs scripts', async () => {
  const { files } = await copy(
    { '/search': '<head></head><main id="main"><p>hints</p></main>' },
    { seeds: ['/search'] },
  )
  const page = files.get('search.html') ?? ''
  assert.match(page, /<script src="assets\/search\.js" defer><\/script><\/head>/)
  assert.match(page, /<main id="main"><noscript><p>The search of this copy needs JavaScript/)
})

test('the page about what is missing has its links below the path of the host', async () => {
  const { files } = await copy({ '/': '<a href="/kb/1">1</a>', '/kb/1': 'x' }, { base: '/copy/' })
  assert.equal(files.get('404.html'), '<p>Page not found</p><a href="/copy/kb/1.html">1</a>')
  assert.equal((await copy({ '/': '' })).files.has('404.html'), false)
})
