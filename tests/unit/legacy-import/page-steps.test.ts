import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { convertLegacyFile } from '@/lib/legacy-import/convert-legacy-file'

/** Lines of pages and of living articles, and beginnings of constructs that go on. */
const LINES = [
  ...[
    '1. One.',
    '2. Two.',
    '3. Three.',
    '12) Twelve',
    '• Bullet',
    '-',
    '- dash',
    '| • | text |',
    '| a | b |',
    '|',
    '',
    ' ',
    '\t',
  ],
  ...[
    'Note Something.',
    'Note',
    'Important:',
    'SYMPTOMS',
    'Back to the top',
    'APPLIES TO',
    'More Information',
    'text goes on',
  ],
  ...[
    'Event Log: Active Directory Domain Services',
    'Event Type: Warning',
    'Event Source: X',
    'Event ID: 3042',
    'Description:',
  ],
  ...[
    '0000: 41 42 43',
    '0008: 44 45',
    'Article ID: 940006',
    '(KB940001)',
    '937052 (http://support.microsoft.com/kb/937052/) A title',
  ],
  ...[
    '> [!NOTE]',
    '> text',
    '```',
    '~~~',
    '<details>',
    '<summary>x</summary>',
    '<!--',
    '-->',
    ':::image source="x.png":::',
    ':::',
    '---',
  ],
  ...[
    '### [Tab](#tab/x)',
    '[!INCLUDE [x](y.md)]',
    '[!VIDEO x]',
    '&nbsp;',
    '<br>',
    '<b>',
    '</b>',
    '| -- | -- |',
    '    code',
    '`',
    '_Applies to:_ x',
  ],
]

test('every step of a converter moves on: any lines end, in every format', () => {
  const lines = fc.array(fc.oneof(fc.constantFrom(...LINES), fc.string({ maxLength: 12 })), { maxLength: 24 })
  fc.assert(
    fc.property(
      lines,
      fc.constantFrom('', '---\nms.date: 01/01/2020\n---\n# T\n', 'DOCUMENT:Q100003  01-JAN-2001  [x]\n'),
      (body, start) => {
        const bytes = new TextEncoder().encode(start + body.join('\n'))
        const { articles, problems } = convertLegacyFile({ bytes, file: 'kb100003.txt' })
        assert.ok(articles.length + problems.length > 0)
      },
    ),
    { numRuns: 400 },
  )
})

test('a file of no known format is told so, and a number among words of a name is none', () => {
  const kinds = (text: string, file: string) => {
    const { articles, problems } = convertLegacyFile({ bytes: new TextEncoder().encode(text), file })
    return articles.map(({ number }) => number).concat(problems.map(({ kind }) => kind) as never)
  }
  for (const text of [
    '---\ntitle: x\n---\n# X',
    '{"a": 1}',
    '[{"a": 1}]',
    '### YamlMime:Landing\ntitle: x',
    '#!/bin/sh\necho',
  ])
    assert.deepEqual(kinds(text, 'kb940006.md'), ['unknown-format'], text)
  assert.deepEqual(kinds('Some text.', 'event-12289-vss-backup.md'), ['no-number'])
  assert.equal(kinds('Some text.', 'kb940006.txt')[0], 940006)
})
