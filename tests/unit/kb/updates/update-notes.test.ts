import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TextBlock } from '@/lib/kb/articles/article'
import { extractUpdateNotes } from '@/lib/kb/updates/update-notes'

test('paragraphs below the headings of an installation are its notes', () => {
  const notes = extractUpdateNotes([
    paragraph('The update fixes issues.'),
    heading('Prerequisites'),
    paragraph('The server must be installed.'),
    paragraph('Remove interim updates.'),
    heading('Restart requirement'),
    paragraph('You do not have to restart.'),
    heading('Removal information'),
    paragraph('Use Add or Remove Programs.'),
    heading('Known issues in this update'),
    paragraph('Services stay disabled.'),
  ])
  assert.deepEqual(
    notes.map(({ kind, heading: title, text }) => [kind, title, text]),
    [
      ['prerequisites', 'Prerequisites', 'The server must be installed.'],
      ['prerequisites', 'Prerequisites', 'Remove interim updates.'],
      ['restart', 'Restart requirement', 'You do not have to restart.'],
      ['known-issue', 'Known issues in this update', 'Services stay disabled.'],
    ],
  )
})

test('an issue that begins with its symptoms is told by these, and nothing below them is', () => {
  const notes = extractUpdateNotes([
    heading('Known issue'),
    heading('Symptoms'),
    paragraph('Setup fails.'),
    heading('Cause'),
    paragraph('A file is in use.'),
  ])
  assert.deepEqual(
    notes.map(({ text }) => text),
    ['Setup fails.'],
  )
})

test('symptoms that follow an issue which was told already are not repeated', () => {
  const notes = extractUpdateNotes([
    heading('Known issue'),
    paragraph('Services stay disabled.'),
    heading('Symptoms'),
    paragraph('Setup fails.'),
  ])
  assert.equal(notes.length, 1)
})

test('headings that only look alike open nothing', () => {
  for (const title of ['Prerequisites of the server role', 'Restart the server', 'Unknown issue', 'Symptoms']) {
    assert.deepEqual(extractUpdateNotes([heading(title), paragraph('Text.')]), [], title)
  }
})

test('a long section is cut to its beginning', () => {
  const paragraphs = Array.from({ length: 50 }, () => paragraph('word '.repeat(300).trim()))
  const notes = extractUpdateNotes([heading('Known issues'), ...paragraphs])
  assert.equal(notes.length, 6)
  assert.ok(notes.every(({ text }) => text.length <= 500 && text.endsWith('word…')))
  const [whole] = extractUpdateNotes([heading('Known issue'), paragraph('x'.repeat(2000))])
  assert.equal(whole?.text, `${'x'.repeat(250)}…`)
})

function heading(text: string): TextBlock {
  return { text, kind: 'heading', line: 1, section: text }
}

function paragraph(text: string): TextBlock {
  return { text, kind: 'paragraph', line: 1 }
}
