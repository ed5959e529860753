import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { PasteVerdict } from '@/lib/check/verdict'
import { verdictToAnswer } from '@/lib/check/verdict-to-answer'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { openShippedIndex } from '@/tests/support/shipped-index'

const folder = fileURLToPath(new URL('../../fixtures/check', import.meta.url))
const index = await openShippedIndex()

for (const name of readdirSync(folder)) {
  test(`fixtures/check/${name}`, () => {
    // UTF-16 that is read as UTF-8 has a zero beside each letter, as in a form.
    const text = readFileSync(join(folder, name, 'input.txt'), 'utf8')
    const answer = verdictToAnswer(withoutWords(judgePaste(index, text)))
    assertExpected(join(folder, name, 'verdict.json'), `${JSON.stringify(answer, undefined, 2)}\n`)
  })
}

/** What words in common find depends on every article; of that only the first article is expected. */
function withoutWords(verdict: PasteVerdict): PasteVerdict {
  const articles = verdict.articles.map(({ article, reasons }) => ({
    article,
    reasons: reasons.filter(({ kind }) => kind !== 'words'),
  }))
  return { ...verdict, articles: articles.filter(({ reasons }, place) => place === 0 || reasons.length > 0) }
}

/** `UPDATE=1` writes what was found as the expectation. Read the difference before it is committed. */
function assertExpected(file: string, found: string): void {
  if (process.env.UPDATE === '1') writeFileSync(file, found)
  assert.ok(existsSync(file), `${file} is missing. Make it with UPDATE=1, and read it.`)
  assert.equal(found, readFileSync(file, 'utf8'))
}
