import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type QuestionKind, questionKindOf } from '@/lib/kb/search/question-kind'

const QUESTIONS: Readonly<Record<string, QuestionKind | undefined>> = {
  'how to tell which version is installed': 'task',
  'How do I hide a drive': 'task',
  howto: 'task',
  'where can I get the service pack': 'task',
  'put the folder on another drive': 'task',
  'print server': undefined,
  'print job never ends': 'task',
  'server stops answering after an update': 'trouble',
  'mail doesn’t arrive at all': 'trouble',
  "can't open the mailbox": 'trouble',
  'setup failed': undefined,
  'error-free setup of two servers': undefined,
  'stop 0x7b inaccessible boot device': undefined,
  'default ports of the mail server': undefined,
  howtos: undefined,
  '': undefined,
}

for (const [text, kind] of Object.entries(QUESTIONS)) {
  test(`"${text}" asks for ${kind ?? 'neither'}`, () => {
    assert.equal(questionKindOf(text.split(' ')), kind)
  })
}
