import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { readTexts } from '@/lib/kb-index/search/texts'
import { seededRandom } from '@/tests/support/random'

interface WholeText {
  readonly number: number
  readonly title: string
  readonly body: string
}

const MAX_WORDS = 6

export function readAllTexts(database: IndexDatabase): WholeText[] {
  const rows = allRows<{ number: KbNumber }>(database, 'SELECT number FROM article ORDER BY number')
  const numbers = rows.map(({ number }) => number)
  const texts = readTexts(database, numbers)
  return [...texts].map(([number, { title, body }]) => ({ number, title, body }))
}

/** Cuts phrases of two to six words from texts, with what stands between the words. */
export function cutPhrases(texts: readonly WholeText[], count: number, seed: number): string[] {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const phrases: string[] = []
  while (phrases.length < count) {
    const words = [...(texts[below(texts.length)]?.body ?? '').matchAll(/\S+/g)]
    const first = words[below(words.length)]
    if (first === undefined) continue
    const phrase = first.input
      .slice(first.index)
      .match(new RegExp(`^(?:\\S+\\s+){1,${1 + below(MAX_WORDS - 1)}}\\S+`))?.[0]
    if (phrase !== undefined && isTypeable(phrase)) phrases.push(phrase.replace(/\s+/g, ' '))
  }
  return phrases
}

/** Quotes would end the phrase, and an endless word is found by its neighbors only. */
function isTypeable(phrase: string): boolean {
  return !/["“”„]|[\p{L}\p{N}]{40}/u.test(phrase) && phrase.length < 200 && toPlainWords(phrase).length > 4
}

/** Reads every text for each phrase. */
export function listArticlesWith(texts: readonly WholeText[], phrases: readonly string[]) {
  const wanted = phrases.map((phrase) => ({ phrase, words: toPlainWords(phrase), expected: [] as number[] }))
  for (const { number, title, body } of texts) {
    const [inTitle, inBody] = [toPlainWords(title), toPlainWords(body)]
    for (const { words, expected } of wanted) {
      if (inBody.includes(words) || inTitle.includes(words)) expected.push(number)
    }
  }
  return wanted
}

/** Written without the code of the search, so that the two can disagree. */
function toPlainWords(text: string): string {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return ` ${folded.replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim()} `
}
