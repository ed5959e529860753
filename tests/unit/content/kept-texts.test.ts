import assert from 'node:assert/strict'
import { appendFileSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { KeptTexts, packText } from '@/lib/content/kept-texts'
import { hashText } from '@/lib/content/read-article'
import { makeFolder } from '@/tests/support/folder'

const TEXTS = ['', 'a', 'ü'.repeat(3000), 'x\n'.repeat(600_000), 'last']
const hashed = (texts: readonly string[]) => texts.map((text) => [hashText(text), packText(text)] as const)
const readAll = (kept: KeptTexts, texts: readonly string[]) => texts.map((text) => kept.read(hashText(text)))

test('texts are found under their hashes, by a reader that looked before they came as well', (context) => {
  const file = join(makeFolder(context), 'texts')
  const early = new KeptTexts(file)
  assert.deepEqual([early.read(hashText('a')), early.count()], [undefined, 0])
  const writer = new KeptTexts(file)
  writer.add(hashed(TEXTS.slice(0, 2)))
  assert.deepEqual(readAll(early, TEXTS.slice(0, 2)), TEXTS.slice(0, 2))
  writer.add(hashed(TEXTS))
  const size = statSync(file).size
  writer.add(hashed(TEXTS))
  assert.equal(statSync(file).size, size, 'a text is kept once')
  for (const kept of [early, writer, new KeptTexts(file)]) assert.deepEqual(readAll(kept, TEXTS), TEXTS)
})

test('what a killed process left unfinished is no text, and makes room for the next', (context) => {
  const file = join(makeFolder(context), 'texts')
  new KeptTexts(file).add(hashed(['a', 'b']))
  const whole = readFileSync(file)
  for (let cut = whole.length - 1; cut > 0; cut -= 3) {
    writeFileSync(file, whole)
    truncateSync(file, cut)
    const kept = new KeptTexts(file)
    assert.equal(kept.read(hashText('b')), undefined)
    kept.add(hashed(['c', 'b']))
    assert.deepEqual(readAll(new KeptTexts(file), ['b', 'c']), ['b', 'c'])
  }
})

test('damage never gives another text, and another file takes its place', (context) => {
  const file = join(makeFolder(context), 'texts')
  const texts = ['first text', 'second text', 'third text']
  const kept = new KeptTexts(file)
  kept.add(hashed(texts))
  const whole = readFileSync(file)
  for (let at = 0; at < whole.length; at++) {
    const damaged = Buffer.from(whole)
    damaged.writeUInt8(damaged.readUInt8(at) ^ 0x55, at)
    writeFileSync(file, damaged)
    for (const [place, text] of readAll(new KeptTexts(file), texts).entries()) {
      assert.ok(text === undefined || text === texts[place])
    }
  }
  appendFileSync(file, 'rubbish')
  new KeptTexts(`${file}.draft`).add(hashed(['new']))
  renameSync(`${file}.draft`, file)
  assert.deepEqual([kept.read(hashText('new')), kept.read(hashText('first text'))], ['new', undefined])
})
