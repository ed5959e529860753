import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyToMarkdown } from '@/lib/legacy-import/shared/record-to-markdown'
import { convertTxt } from '@/lib/legacy-import/txt/convert-txt'

/** Converts a body below the header of a dump, and gives its Markdown. */
function convert(body: string): string {
  const text = `DOCUMENT:Q123456  01-JAN-1999  [test]\nTITLE   :A title\nPRODUCT :A product\n\nSUMMARY\n=======\n\n${body}\n`
  return bodyToMarkdown(convertTxt(text, 'txt/123/Q123456.TXT').record.tree)
}

const headingsOf = (markdown: string) => markdown.match(/^#+ .*$/gm) ?? []

test('numbered lines are headings of their level, over several lines as well, and a list of contents is none', () => {
  const markdown = convert(`Contents

1.0  Setup

1.1  Requirements

1.2  Upgrading

1.0  Setup
----------

1.1  Requirements for a
     Large Site

Text below the first section.

1.1.1  Windows NT Service Packs Must Be Installed on Primary Domain
Controller

If you are running it, text follows.

1.2  Upgrading

More text.

2.0  Changes

The text of the second chapter.
`)
  assert.deepEqual(headingsOf(markdown).slice(-5), [
    '### 1.0 Setup',
    '#### 1.1 Requirements for a Large Site',
    '##### 1.1.1 Windows NT Service Packs Must Be Installed on Primary Domain Controller',
    '#### 1.2 Upgrading',
    '### 2.0 Changes',
  ])
})

test('versions, amounts and sentences with numbers are no headings', () => {
  const markdown = convert(`3.51 Windows NT Server

The server runs.

4.0 Windows NT Server is the next one.

6.22 MS-DOS

It is old.

1.1 This sentence is numbered.

1.2 This one, too.
`)
  assert.deepEqual(headingsOf(markdown), ['## SUMMARY'])
})

test('questions are headings, also where one was run into an answer or a note, and answers keep their label', () => {
  const markdown = convert(`Setup
-----

Q: What is the reason?

A: A program in memory. Remove the
program and run Setup again. Q: Why does Setup hang?

A: A file is damaged.

NOTE: The problem goes away.
Q: Can I print in color?

A: Yes, with the driver of the maker.
`)
  assert.deepEqual(headingsOf(markdown), [
    '## SUMMARY',
    '### Setup',
    '#### Q: What is the reason?',
    '#### Q: Why does Setup hang?',
    '#### Q: Can I print in color?',
  ])
  assert.match(markdown, /\*\*A:\*\* A program in memory\. Remove the\\\nprogram and run Setup again\.\n/)
  assert.match(markdown, /> \[!NOTE\]\n> The problem goes away\.\n/)
})

test('a single letter with a colon is no question', () => {
  const markdown = convert('Copy the file to drive A: and restart.\n\nQ: is the key that quits the program.\n')
  assert.deepEqual(headingsOf(markdown), ['## SUMMARY'])
})

test('C statements are code, whatever their lengths and comments', () => {
  const markdown = convert(`Set the fields:

      pLogPal->palVersion = 0x300;      // Windows Version 3.0
      pLogPal->palNumEntries = iNumColors;

The palette is ready. The call is the last step:

      hPal = CreatePalette((LPLOGPALETTE)pLogPal);
`)
  assert.match(
    markdown,
    /```c\npLogPal->palVersion = 0x300; {6}\/\/ Windows Version 3\.0\npLogPal->palNumEntries = iNumColors;\n```/,
  )
  assert.match(markdown, /```c\nhPal = CreatePalette\(\(LPLOGPALETTE\)pLogPal\);\n```/)
})
