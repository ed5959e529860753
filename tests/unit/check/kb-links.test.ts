import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findKbLinks, MAX_KB_LINKS } from '@/lib/check/links/kb-links'

const ORIGIN = 'https://kb.example'

function read(text: string) {
  return findKbLinks(text, ORIGIN).links.map((link) => [link.text, link.number, link.line])
}

test('links of each kind are found where they stand', () => {
  assert.deepEqual(
    read(`# Notes, see KB 940006.
* [Rollup 4](http://support.microsoft.com/kb/940006/en-us), and <https://support.microsoft.com/help/953469>.
* [own](https://kb.example/kb/941421) [relative](../kb/kb943371.md#section-cause) <a href="/kb/945684">x</a>
http://support.microsoft.com/default.aspx?scid=kb;[LN];824684, support.microsoft.com/?kbid=935490.
(https://web.archive.org/web/2012/http://support.microsoft.com/kb/930809) and Q156091;
`),
    [
      ['KB 940006', 940006, 1],
      ['http://support.microsoft.com/kb/940006/en-us', 940006, 2],
      ['https://support.microsoft.com/help/953469', 953469, 2],
      ['https://kb.example/kb/941421', 941421, 3],
      ['../kb/kb943371.md', 943371, 3],
      ['/kb/945684', 945684, 3],
      ['http://support.microsoft.com/default.aspx?scid=kb;[LN];824684', 824684, 4],
      ['support.microsoft.com/?kbid=935490', 935490, 4],
      ['https://web.archive.org/web/2012/http://support.microsoft.com/kb/930809', 930809, 5],
      ['Q156091', 156091, 5],
    ],
  )
})

test('an address of the vendor that is no article is answered, that of another site is counted', () => {
  const found = findKbLinks(`http://go.microsoft.com/fwlink/?LinkId=940006
http://support.microsoft.com/default.aspx?scid=fh;EN-US;CNTACTMS https://support.microsoft.com/help/17295 https://kb.vmware.com/kb/1003797
https://github.com/x/y https://github.com/x/y http://evil.example/http.txt`)
  assert.deepEqual(
    found.links.map(({ text, number }) => [text, number]),
    [
      ['http://go.microsoft.com/fwlink/?LinkId=940006', undefined],
      ['http://support.microsoft.com/default.aspx?scid=fh;EN-US;CNTACTMS', undefined],
      ['https://support.microsoft.com/help/17295', undefined],
    ],
  )
  assert.equal(found.otherCount, 3)
})

test('file names, builds and longer words are no links', () => {
  assert.deepEqual(read('Q244599i.exe Exchange2007-KB940006-x64.msp kb9400061234 8.0.744.0 /q300972/ RFC822 KB12'), [])
})

test('a link that is there again is counted', () => {
  const [link] = findKbLinks('KB940006\nKB940006, KB940006').links
  assert.deepEqual(link, { text: 'KB940006', number: 940006, line: 1, count: 3 })
})

test('links above the limit are left out, and said to be', () => {
  const list = (count: number) => Array.from({ length: count }, (_, place) => `KB${100_000 + place}`).join('\n')
  const full = findKbLinks(list(MAX_KB_LINKS))
  assert.equal(full.links.length, MAX_KB_LINKS)
  assert.equal(full.isCut, false)
  assert.equal(full.links.at(-1)?.line, MAX_KB_LINKS)
  const over = findKbLinks(list(MAX_KB_LINKS + 1))
  assert.equal(over.links.length, MAX_KB_LINKS)
  assert.equal(over.isCut, true)
})

test('hostile text is read like any other', () => {
  for (const text of [
    'http://'.repeat(100_000),
    '](kb/'.repeat(100_000),
    'href='.repeat(100_000),
    'KB'.repeat(200_000),
  ]) {
    assert.ok(findKbLinks(text).links.length <= MAX_KB_LINKS)
  }
})
