import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRecordLists } from '@/lib/check/records/find-records'

const recordsOf = (text: string) =>
  findRecordLists(text).map(({ form, records }) => [form, records.map(({ values }) => Object.fromEntries(values))])

const ROWS = [
  { source: 'EX1', hotfixid: 'KB940006' },
  { source: 'EX2', hotfixid: 'KB941421' },
]
const TABLES: Readonly<Record<string, string>> = {
  'aligned columns': 'Source  HotFixID\n------  --------\nEX1     KB940006\nEX2     KB941421',
  'a header that is shifted': '[x]  [Source  HotFixID\n------  --------\nEX1     KB940006\nEX2     KB941421',
  'a row that is shifted': 'Source  HotFixID\n------  --------\nEX1     KB940006\nEX2    KB941421',
  'collapsed blanks': 'Source HotFixID\n------ --------\nEX1 KB940006\nEX2 KB941421',
  tabs: 'Source\tHotFixID\nEX1\tKB940006\nEX2\tKB941421',
  semicolons: '#TYPE x\n"Source";"HotFixID"\n"EX1";"KB940006"\n"EX2";"KB941421"',
  Markdown: '| Source | HotFixID |\n| --- | --- |\n| EX1 | KB940006 |\n| EX2 | KB941421 |',
}

for (const [form, text] of Object.entries(TABLES)) {
  test(`a table with ${form} has its rows`, () => assert.deepEqual(recordsOf(text), [['table', ROWS]]))
}

const LISTS: Readonly<Record<string, string>> = {
  'the name first': 'Source : EX1\nHotFixID : KB940006\n\nSource : EX2\nHotFixID : KB941421',
  'no blank line': 'Source : EX1\nHotFixID : KB940006\nSource : EX2\nHotFixID : KB941421',
  'a blank line behind each field': 'Source=EX1\n\nHotFixID=KB940006\n\n\nSource=EX2\n\nHotFixID=KB941421',
}

for (const [form, text] of Object.entries(LISTS)) {
  test(`a list of fields with ${form} has its records`, () => assert.deepEqual(recordsOf(text), [['fields', ROWS]]))
}

test('three blank lines between records begin a new list', () => {
  const text = 'HotFixID : KB1\n\nHotFixID : KB2\n\n\n\nHotFixID : KB3'
  assert.deepEqual(
    findRecordLists(text).map(({ records }) => records.length),
    [2, 1],
  )
})

test('JSON and XML have their records, whole ones also where the text is cut', () => {
  const json = '[{"Source":"EX1","HotFixID":"KB940006","On":{"value":"1"}},{"Source":"EX2","Hot'
  assert.deepEqual(recordsOf(json)[0], ['json', [{ source: 'EX1', hotfixid: 'KB940006' }, { value: '1' }]])
  assert.equal(findRecordLists(json)[0]?.isCut, true)
  const xml = '<S N="Source">EX1</S><S N="HotFixID">KB940006</S><S N="Source">EX2</S><S N="HotFixID">KB941421</S>'
  assert.deepEqual(recordsOf(xml), [['xml', ROWS]])
})

test('prose, paths and addresses are not records', () => {
  for (const text of ['Did the HotFixID help? No.', 'C:\\Windows\\x', 'http://example.org/a', 'if (x) { y() }']) {
    assert.deepEqual(recordsOf(text), [], text)
  }
})
