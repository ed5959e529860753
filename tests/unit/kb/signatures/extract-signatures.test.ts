import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TextBlock } from '@/lib/kb/articles/article'
import { MAX_EXCERPT } from '@/lib/kb/articles/excerpt'
import { extractSignatures } from '@/lib/kb/signatures/extract-signatures'

function blocksOf(...texts: readonly (string | TextBlock)[]): TextBlock[] {
  return texts.map((text, index) => (typeof text === 'string' ? { text, kind: 'paragraph', line: index + 1 } : text))
}

function contexts(title: string, ...texts: readonly string[]) {
  const { mentions } = extractSignatures({ title }, blocksOf(...texts))
  return mentions.map(({ id, context }) => [id, context])
}

test('each signature is given once, with the sentence of the body rather than the title', () => {
  assert.deepEqual(
    contexts('Setup fails with error 1603', 'Setup begins. It ends with error 1603! Try again.', 'Error 1603 again.'),
    [['error-1603', 'It ends with error 1603!']],
  )
})

test('what only the title mentions has the title beside it', () => {
  assert.deepEqual(contexts('STOP 0x0000001E in Setup', 'Nothing.'), [['stop-0x0000001e', 'STOP 0x0000001E in Setup']])
})

test('an entry of short lines is shown whole, a long line of code by itself', () => {
  assert.deepEqual(contexts('T', 'Type: Error\nSource: MsiInstaller\nEvent ID: 11306\nDescription: none'), [
    ['event-11306-msiinstaller', 'Type: Error Source: MsiInstaller Event ID: 11306 Description: none'],
  ])
  assert.deepEqual(
    contexts(
      'T',
      'cl /c first.c and some more words\nLINK : error LNK2001: unresolved external symbol\nDone with all of it',
    ),
    [['lnk2001', 'LINK : error LNK2001: unresolved external symbol']],
  )
})

test('the source of an event may stand in the next row or paragraph', () => {
  assert.deepEqual(contexts('T', 'Event ID  1023', 'Source: MsiInstaller')[0]?.[0], 'event-1023-msiinstaller')
})

test('versions of files are given for each file and version, with the line', () => {
  const { fileVersions } = extractSignatures(
    { title: 'T' },
    blocksOf('Store.exe  5.5.2655.37', 'STORE.EXE  5.05.2655.37', 'Store.exe  5.5.2650.24'),
  )
  assert.deepEqual(fileVersions, [
    { fileName: 'store.exe', version: '5.5.2655.37', context: 'Store.exe 5.5.2655.37' },
    { fileName: 'store.exe', version: '5.5.2650.24', context: 'Store.exe 5.5.2650.24' },
  ])
})

test('the build of the front matter is a version of the article', () => {
  assert.deepEqual(extractSignatures({ title: 'T', build: '8.00.0744.000' }, []).mentions, [
    { id: '8.0.744.0', kind: 'version', label: '8.0.744.0', context: 'Build 8.00.0744.000' },
  ])
})

test('a context is cut between words and holds the signature', () => {
  for (const length of [10, 100, 300, 3000]) {
    const words = 'word '.repeat(length)
    const [mention] = extractSignatures({ title: 'T' }, blocksOf(`${words}error 1603 ${words}`)).mentions
    assert.ok(mention?.context.includes('error 1603'), mention?.context)
    assert.ok((mention?.context.length ?? 0) <= MAX_EXCERPT + 4, String(mention?.context.length))
    assert.doesNotMatch(mention?.context ?? '', /\b(?:wor|wo|ord|rd)\b/)
  }
})
