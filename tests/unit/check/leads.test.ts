import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getLeadStrength } from '@/lib/check/lead-strength'
import { markSignature } from '@/lib/check/mark-signature'
import { describeAgreement } from '@/lib/check/stop-parameters'
import { findSignatures } from '@/lib/kb/signatures/find-signatures'

const STRENGTHS = {
  'Event ID: 4711\nSource: HarborAnchor': 'alone',
  'Event ID 4711': 'with-others',
  'error 0x80070643': 'alone',
  'error 0x80070002': 'with-others',
  'error 0x80004005': 'with-others',
  'error -1018': 'alone',
  'Error 1706': 'with-others',
  'STOP 0x0000007B': 'alone',
  'MS02-018': 'alone',
  'store.exe': 'with-others',
  'svchost.exe': 'nothing',
}

for (const [text, strength] of Object.entries(STRENGTHS)) {
  test(`${text.replace('\n', ', ')} leads ${strength}`, () => {
    assert.deepEqual(findSignatures(text).map(getLeadStrength), [strength])
  })
}

test('parameters that agree are said by position; zeros say nothing', () => {
  const article = 'STOP 0x0000007B (0xF20A384C, 0xC0000034, 0x00000000, 0x00000000)'
  const agree = (text: string) => describeAgreement('stop-0x0000007b', text, article)
  assert.equal(agree('BugCheck 7B, {f20a384c, c0000034, 0, 0}'), 'parameters 1 and 2 agree')
  assert.equal(agree('0x0000007b (0x1,0xc0000034,0x0,0x0)'), 'parameter 2 agrees')
  assert.equal(agree('BugcheckParameter2: 0xffffffffc0000034'), 'parameter 2 agrees')
  assert.equal(agree('STOP 0x0000007B'), undefined)
  assert.equal(describeAgreement('error-5', article, article), undefined)
})

test('the sentence of an article is marked where it has the signature', () => {
  assert.deepEqual(markSignature('It returns 0x80070643 here.', '0x80070643'), [
    { text: 'It returns ', isMatch: false },
    { text: '0x80070643', isMatch: true },
    { text: ' here.', isMatch: false },
  ])
})
