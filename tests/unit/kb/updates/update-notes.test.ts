import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TextBlock } from '@/lib/kb/articles/article'
import { extractUpdateNotes } from '@/lib/kb/updates/update-notes'
import { valuesOf } from '@/tests/support/values-of'

test('paragraphs below the headings of an installation are its notes', () => {
  const notes = notesOf(
    'The update fixes issues.',
    '# Prerequisites',
    'The server must be installed.',
    'Remove interim updates.',
    '# Restart requirement',
    'You do not have to restart.',
    '# Removal information',
    'Use Add or Remove Programs.',
    '# Known issues in this update',
    'Services stay disabled.',
  )
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
  const notes = notesOf('# Known issue', '# Symptoms', 'Setup fails.', '# Cause', 'A file is in use.')
  assert.deepEqual(valuesOf(notes, 'text'), ['Setup fails.'])
})

test('symptoms that follow an issue which was told already are not repeated', () => {
  const notes = notesOf('# Known issue', 'Services stay disabled.', '# Symptoms', 'Setup fails.')
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

/** Gives the notes of an article with these headings, which begin with `# `, and paragraphs. */
function notesOf(...texts: readonly string[]) {
  return extractUpdateNotes(texts.map((text) => (text.startsWith('# ') ? heading(text.slice(2)) : paragraph(text))))
}

function heading(text: string): TextBlock {
  return { text, kind: 'heading', line: 1, section: text }
}

function paragraph(text: string): TextBlock {
  return { text, kind: 'paragraph', line: 1 }
}
