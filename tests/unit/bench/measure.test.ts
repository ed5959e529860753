import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listHardQueries } from '@/bench/measure/hard-queries'
import { summarizeLatency, timeRounds } from '@/bench/measure/latency'
import { pickEvenly } from '@/bench/measure/pick-evenly'
import { formatResultTable, type ResultLine } from '@/bench/measure/result-table'
import { listTypedPrefixes } from '@/bench/measure/typed-texts'
import { kiwixSearchPath, parseKiwixResults } from '@/bench/peers/kiwix'
import { articleToHtml } from '@/bench/peers/static-pages'
import { parseKbNumber } from '@/lib/kb/numbers/kb-number'

test('percentiles are nearest ranks: the smallest time that so many answers do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at)
  assert.deepEqual(summarizeLatency(hundred), { count: 100, p50: 50, p95: 95, longest: 100 })
  assert.deepEqual(summarizeLatency([7]), { count: 1, p50: 7, p95: 7, longest: 7 })
  assert.throws(() => summarizeLatency([]), /Nothing was measured/)
})

test('the first round is counted apart from the later ones', async () => {
  const asked: string[] = []
  const { first, later } = await timeRounds(['a', 'b'], 3, (text) => asked.push(text))
  assert.deepEqual([asked.join(''), first.count, later.count], ['ababab', 2, 4])
})

test('items are picked at even distances, all of them when there are few', () => {
  assert.deepEqual(pickEvenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3), [0, 3, 6])
  assert.deepEqual(pickEvenly([1, 2], 5), [1, 2])
  assert.deepEqual(pickEvenly([], 5), [])
})

test('a text is typed letter by letter, and no letter is halved', () => {
  assert.deepEqual(listTypedPrefixes(['ab', '😀c']), ['a', 'ab', '😀', '😀c'])
  assert.equal(listTypedPrefixes(['x'.repeat(500)]).length, 40)
})

test('the worst queries are as long as they say, and each has a name of its own', () => {
  const queries = listHardQueries('The server cannot find the file that you named. '.repeat(500))
  assert.equal(new Set(queries.map(({ name }) => name)).size, queries.length)
  const lengthOf = (name: string) => queries.find((query) => query.name === name)?.text.length ?? 0
  assert.equal(lengthOf('10 KB of text'), 10_000)
  assert.ok(lengthOf('1 MB of words') > 1_000_000)
  assert.ok(queries.every(({ text }) => text !== ''))
})

const LINES: readonly ResultLine[] = [
  { what: 'found', unit: 'percent', bar: { atLeast: 0.98 }, ours: 0.97, kiwix: 0.5 },
  { what: 'numbers', unit: 'percent', bar: { atLeast: 1 }, ours: 1, kiwix: 0 },
  { what: 'p95', unit: 'milliseconds', bar: { atMost: 30 }, ours: 30, kiwix: 60 },
  { what: 'memory', unit: 'megabytes', bar: { atMost: 1e9 }, kiwix: 4e8 },
]

test('a line says whether the bar is reached, and a figure that was not measured is neither reached nor missed', () => {
  const cells = formatResultTable(LINES)
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim()))
  assert.deepEqual(
    cells.map((row) => row.slice(1, -1)),
    [
      ['found', '>= 98.0 %', '97.0 %', 'NO', '50.0 %', '1.94'],
      ['numbers', '100 %', '100.0 %', 'yes', '0.0 %', '-'],
      ['p95', '<= 30.0 ms', '30.0 ms', 'yes', '60.0 ms', '0.50'],
      ['memory', '<= 1,000 MB', '-', '-', '400 MB', '-'],
    ],
  )
})

test('a peer that was not measured has no column', () => {
  const head = formatResultTable(LINES).split('\n')[0] ?? ''
  assert.ok(head.includes('ours / kiwix-serve'))
  assert.ok(!head.includes('MiniSearch'))
})

test('the pages for kiwix hold the title, the number and the whole text, escaped', () => {
  const number = parseKbNumber('156091')
  assert.ok(number)
  const html = articleToHtml({ frontMatter: { number, title: 'A < B' }, body: '<script>&amp;</script>\n\nEnd.' })
  assert.match(html, /<title>A &lt; B<\/title>/)
  assert.match(html, /<p>KB156091 Q156091 156091<\/p>/)
  assert.match(html, /<pre>&lt;script&gt;&amp;amp;&lt;\/script&gt;\n\nEnd\.<\/pre>/)
})

test('the results of kiwix-serve are read in their order, and nothing else of its page', () => {
  const page = `<link href="/skin/9.css"><a href="/archive/index.html">Home</a>
    <li>\n<a href="/archive/187836.html">\n One</a></li><li><a href="/archive/125329.html">Two</a></li>
    <a href="/search?content=archive&pattern=x&start=10">2</a>`
  assert.deepEqual(parseKiwixResults(page), [187836, 125329])
  assert.equal(kiwixSearchPath('c++ & co'), '/search?content=archive&pattern=c%2B%2B+%26+co&pageLength=10')
})
