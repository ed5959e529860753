import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineDiff } from '@/scripts/content/line-diff'
import { relinkMarkdown } from '@/scripts/content/relink-markdown'

const ORIGIN = 'https://kb.example'
const here = (number: number) => (number === 940006 || number === 156091 ? `/kb/${number}` : undefined)

const CASES: readonly [string, string][] = [
  ['[a](http://support.microsoft.com/kb/940006/en-us "t")', '[a](@/kb/940006 "t")'],
  [
    '[http://support.microsoft.com/kb/940006](http://support.microsoft.com/kb/940006)',
    '[http://support.microsoft.com/kb/940006](@/kb/940006)',
  ],
  ['[a](<http://support.microsoft.com/?kbid=940006>) *b*', '[a](<@/kb/940006>) *b*'],
  ['[a](http://support.microsoft.com/?sd=tech&amp;kbid=940006)', '[a](@/kb/940006)'],
  ['[a][1]\n\n[1]: http://support.microsoft.com/default.aspx?scid=kb;en-us;Q156091\n', '[a][1]\n\n[1]: @/kb/156091\n'],
  [
    '[![i](x.png)](https://web.archive.org/web/2012/http://support.microsoft.com/kb/940006)',
    '[![i](x.png)](@/kb/940006)',
  ],
  ['`http://support.microsoft.com/kb/940006`', '`http://support.microsoft.com/kb/940006`'],
  ['    http://support.microsoft.com/kb/940006', '    http://support.microsoft.com/kb/940006'],
  ['[missing](http://support.microsoft.com/kb/1)', '[missing](http://support.microsoft.com/kb/1)'],
  ['[other](https://kb.vmware.com/kb/940006) KB940006', '[other](https://kb.vmware.com/kb/940006) KB940006'],
]

for (const [before, after] of CASES) {
  test(`${JSON.stringify(before)} becomes ${JSON.stringify(after)}`, () => {
    const withOrigin = relinkMarkdown(before, (number) => (here(number) ? ORIGIN + here(number) : undefined))
    assert.equal(withOrigin.text, after.replace('@', ORIGIN))
    assert.equal(relinkMarkdown(before, here).text, after.replace('@', ''))
    assert.equal(relinkMarkdown(withOrigin.text, here).count, 0)
  })
}

test('an address that is its own link stays one', () => {
  const text = 'See http://support.microsoft.com/kb/940006, or <http://support.microsoft.com/kb/940006>.\r\n'
  assert.equal(
    relinkMarkdown(text, (number) => ORIGIN + here(number)).text,
    `See ${ORIGIN}/kb/940006, or <${ORIGIN}/kb/940006>.\r\n`,
  )
  const link = '[http://support.microsoft.com/kb/940006](/kb/940006)'
  assert.equal(relinkMarkdown(text, here).text, `See ${link}, or ${link}.\r\n`)
})

test('a difference names the lines that change', () => {
  assert.equal(lineDiff('a.md', 'one\ntwo\nthree', 'one\n2\nthree'), '--- a.md\n+++ a.md\n@@ -2 +2 @@\n-two\n+2')
})
