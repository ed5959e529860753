import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectFormat } from '@/lib/legacy-import/formats'
import { chromeKind } from '@/lib/legacy-import/page/chrome'
import { formatHexData } from '@/lib/legacy-import/page/events'
import { splitFusedLine } from '@/lib/legacy-import/page/fused'
import { pageSourceWords } from '@/lib/legacy-import/page/source-words'
import { convertPageText } from '@/lib/legacy-import/page/to-record'
import { numberOfFile } from '@/lib/legacy-import/shared/number-of-file'
import { recordToMarkdown } from '@/lib/legacy-import/shared/record-to-markdown'
import { measureWordRecall } from '@/lib/legacy-import/shared/word-recall'
import { timed } from '@/tests/support/processor-time'

const convert = (text: string, file = 'page.txt') => convertPageText(text, file)
const bodyOf = (text: string) =>
  recordToMarkdown({ frontMatter: {}, tree: convert(text).record.tree }).replace(/^---\n[\s\S]*?\n---\n\n?/, '')

test('the number comes from Article ID, else from the text, else from the file name', () => {
  const cases: readonly (readonly [string, string, number | undefined])[] = [
    ['Article ID: 940006 - Last Review: January 18, 2008 - Revision: 3.0 A title', 'x.txt', 940006],
    ['Article ID:940006\nLast Review:January 18, 2008', 'x.txt', 940006],
    ['Article ID\n: 940006', 'x.txt', 940006],
    ['Article ID : 940006', 'kb940001.txt', 940006],
    ["The update 'Update Rollup 4 (KB940006)' failed.", 'kb940001.txt', 940006],
    ['It needs (KB940001) and (KB940002).', 'kb940002.txt', 940002],
    ['It needs (KB940001) and (KB940002).', '940003-page.txt', 940003],
    ['Keywords: kbfix KB940006', 'x.txt', 940006],
    ['Nothing.', 'dump/Q140006.html', 140006],
    ['Nothing.', '000_005ddd77a40d0e34.txt', undefined],
  ]
  for (const [text, file, expected] of cases)
    assert.equal(convert(text, file).record.frontMatter.number, expected, text)
  assert.equal(numberOfFile('kb/156/Q156091/page.txt'), undefined)
})

test('a number that disagrees with the file name is a problem, and the article keeps its own', () => {
  const { record, problems } = convert('A title\n\nArticle ID: 940006\n\nText.', 'kb940001.txt')
  assert.equal(record.frontMatter.number, 940006)
  assert.deepEqual(
    problems.map(({ kind, number }) => [kind, number]),
    [['number-mismatch', 940006]],
  )
})

test('dates, revision, older numbers, products and keywords go to the front matter', () => {
  const { frontMatter } = convert(
    'Article ID: 940006\nLast Review: May 3, 2009\nRevision: 4\nThis article was previously\npublished under Q140006\n\nText.\n\nAPPLIES TO\n- Clock 2007\n- Clock\n2003\n\nAdditional query words: tower hour\nKeywords:\nkbfix kbclock\nkbtower KB940006',
  ).record
  assert.equal(frontMatter.reviewed, '2009-05-03')
  assert.equal(frontMatter.revision, '4')
  assert.deepEqual(frontMatter.aliases, [140006])
  assert.deepEqual(frontMatter.products, ['Clock 2007', 'Clock 2003'])
  assert.deepEqual(frontMatter.keywords, ['kbfix', 'kbclock', 'kbtower'])
  assert.equal(frontMatter.queryWords, 'tower hour')
})

test('only whole lines are chrome', () => {
  assert.equal(chromeKind('↑ Back to the top'), 'section-end')
  assert.equal(chromeKind('EXPAND ALL | COLLAPSE ALL'), 'chrome')
  assert.equal(chromeKind('| Article Translations'), 'chrome')
  assert.equal(chromeKind('Click Back to the top of the list.'), undefined)
  assert.equal(chromeKind('The knowledge base'), undefined)
})

test('fused lines are cut at headings and not inside names', () => {
  const cut = (line: string, isFused = true) => splitFusedLine(line, isFused).map(({ text }) => text)
  assert.deepEqual(cut('on a serverSYMPTOMSWhen you'), ['on a server', 'SYMPTOMS', 'When you'])
  assert.deepEqual(cut('it ends. CAUSE This issue', false), ['it ends.', 'CAUSE', 'This issue'])
  assert.deepEqual(cut('Event Type: Error CAUSE This issue'), ['Event Type: Error', 'CAUSE', 'This issue'])
  assert.deepEqual(cut('MORE INFORMATIONRemoval informationTo remove it, wait.'), [
    'MORE INFORMATION',
    'Removal information',
    'To remove it, wait.',
  ])
  for (const line of [
    'This is BECAUSE The clock stops',
    'The PowerPoint and OutlookWeb names stay',
    'When the mailNickname of a user is long',
    'Outlook.Application object',
    'CAUSES of this',
  ])
    assert.deepEqual(cut(line), [line])
})

test('hex data is broken at the offsets that follow each other, whatever stands between', () => {
  assert.deepEqual(
    formatHexData('0000: 45 36 42 33 31 7d 20 7b E6B31} { 0008: 44 43 46 35 41 46 45 32 DCF5AFE2 0010: 30 33 03'),
    ['0000: 45 36 42 33 31 7d 20 7b E6B31} {', '0008: 44 43 46 35 41 46 45 32 DCF5AFE2', '0010: 30 33 03'],
  )
  assert.deepEqual(formatHexData('0000: 30 30 30 30 3a 20 30 30 0000: 00 0008: 31 1'), [
    '0000: 30 30 30 30 3a 20 30 30 0000: 00',
    '0008: 31 1',
  ])
})

test('references become links on the number, addresses autolinks, and nothing else a link', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['See 937052 (http://support.microsoft.com/kb/937052/LN/ ) .', 'See [937052](/kb/937052).'],
    [
      'See the Knowledge Base:\n937052\n(http://support.microsoft.com/kb/937052/\n)\nHow to wait',
      'See the Knowledge Base:\n\n[937052](/kb/937052) How to wait',
    ],
    ['Visit http://example.com/a (http://example.com/a/).', 'Visit <http://example.com/a>.'],
    ['Visit "http://example.com/a?b=c".', 'Visit "<http://example.com/a?b=c>".'],
    [
      'Not 937052 (http://support.microsoft.com/kb/937053/) here',
      'Not 937052 ([http://support.microsoft.com/kb/937053/](/kb/937053)) here',
    ],
    ['In 1234567 cases of 256986 nothing happens.', 'In 1234567 cases of 256986 nothing happens.'],
  ]
  for (const [text, expected] of cases) assert.equal(bodyOf(text).trim(), expected)
})

test('a wrapped line is no heading, no item and no number', () => {
  const text =
    'The clock stops on a computer that runs version\n4.0. The hour\nSymptoms\nof it are many - it is\n- so to say - lost.'
  assert.equal(
    bodyOf(text).trim(),
    'The clock stops on a computer that runs version 4.0. The hour Symptoms of it are many - it is - so to say - lost.',
  )
})

test('every word of a page is found again', () => {
  const text =
    'Help and Support\n\nA clock stops\n\nArticle ID: 940006 - Last Review: May 3, 2009 - Revision: 1.0\n\nSYMPTOMS\n\n| • | <one> & two |\n| 1. | three |\na | b |\nc | d |\nNotes\n- four\n\n| five\nunclosed\n\nBack to the top'
  const markdown = recordToMarkdown(convert(text).record)
  const { lost, total } = measureWordRecall(pageSourceWords(text), markdown)
  assert.deepEqual(lost, [])
  assert.ok(total > 12)
})

test('a page of any size is read in time that grows with its length', () => {
  const rows = '| • | an item that goes on\nand on |\nText that ends.\nType: Error\n'.repeat(20_000)
  const { result, milliseconds } = timed(() => convert(`Article ID: 940006\n${rows}${'a '.repeat(500_000)}`))
  assert.ok(result.record.tree.children.length > 0)
  assert.ok(milliseconds < 20_000, `${milliseconds} ms`)
})

test('formats are told apart by how a dump begins', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['DOCUMENT:Q174932  09-AUG-2001  [winnt]', 'txt'],
    ['---\nlayout: page\ntitle: "Q1: x"\n---\n', 'jekyll'],
    ['\n<!-- saved from url=(0014)about:internet -->\n<HTML><body>', 'html'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html><html>', 'html'],
    ['<div class="a"><p>x</p></div>', 'html'],
    ['<servername> is the name of the server.', 'page-text'],
    ['<p is a placeholder', 'page-text'],
    ['Article ID: 940006', 'page-text'],
  ]
  for (const [text, expected] of cases) assert.equal(detectFormat(text)?.name, expected, text)
})
