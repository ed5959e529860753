import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanPaste } from '@/lib/check/decode/clean-paste'
import { htmlToText, isHtml } from '@/lib/check/decode/html-text'
import { MAX_PASTE_LENGTH } from '@/lib/check/paste'

test('UTF-16 that came as single bytes is read as its letters', () => {
  const wide = [...'\ufeffHotFixID\r\nKB940006\r\n'].join('\0')
  assert.deepEqual(cleanPaste(wide), {
    text: 'HotFixID\nKB940006\n',
    isCut: false,
    hasControls: false,
    hasUndecodedBytes: false,
  })
})

test('all kinds of line ends become one, controls and halves of characters become blanks', () => {
  assert.equal(cleanPaste('a\r\r\nb\rc\x07d\ud800e\u00a0f').text, 'a\nb\nc d e f')
})

test('a text of 64 KB is whole, and one character more is cut off and said to be', () => {
  const whole = 'x'.repeat(MAX_PASTE_LENGTH)
  assert.deepEqual(cleanPaste(whole), { text: whole, isCut: false, hasControls: false, hasUndecodedBytes: false })
  assert.deepEqual(cleanPaste(`${whole}y`), { text: whole, isCut: true, hasControls: false, hasUndecodedBytes: false })
  assert.equal(cleanPaste('x\0'.repeat(MAX_PASTE_LENGTH + 1)).isCut, true)
})

test('bytes of a picture are binary, a text with a stray control is none', () => {
  assert.equal(cleanPaste('\x89PNG\r\n\x1a\n\x02\x03IHDR\x01\x02\ufffd\ufffd\ufffd').hasControls, true)
  assert.equal(cleanPaste(`A line with a bell \x07 and nothing else.`).hasControls, false)
})

test('a page becomes its words, an event in XML and a placeholder in angle brackets stay what they are', () => {
  const page = '<table><tr><td>[01]:</td><td>KB940006</td></tr></table><p>Q&amp;A&#58;</p>'
  assert.equal(isHtml(page), true)
  assert.match(htmlToText(page), /\[01\]:\tKB940006/)
  assert.match(htmlToText(page), /Q&A:/)
  assert.equal(isHtml('<Event xmlns="x"><p>1</p></Event>'), false)
  assert.equal(isHtml('ping <servername>'), false)
})
