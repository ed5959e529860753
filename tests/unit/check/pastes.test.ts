import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { PasteVerdict } from '@/lib/check/verdict'
import { verdictToAnswer } from '@/lib/check/verdict-to-answer'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { assertExpectedJson } from '@/tests/support/golden'
import { openShippedIndex } from '@/tests/support/shipped-index'

const folder = fileURLToPath(new URL('../../fixtures/check', import.meta.url))
const index = await openShippedIndex()

for (const name of readdirSync(folder)) {
  test(`fixtures/check/${name}`, async () => {
    // UTF-16 that is read as UTF-8 has a zero beside each letter, as in a form.
    const text = readFileSync(join(folder, name, 'input.txt'), 'utf8')
    const answer = verdictToAnswer(withoutWords(await judgePaste(index, text)))
    assertExpectedJson(join(folder, name, 'verdict.json'), answer)
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
