import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SnippetPart } from '@/lib/kb/search/search-query'
import { MAX_EXAMINED_TEXT, markMatches } from './snippets'
import { type TermMatch, termFinder } from './term-matches'
import type { ArticleText } from './texts'

interface MarkedText extends ArticleText {
  /** The words of the query in the examined part of the body. */
  readonly matches: readonly TermMatch[]
}

/** The texts of the hits of a page, each of which is read and looked through once, for its rank and for its excerpt. */
export class MarkedTexts {
  /** How much each term counts for an excerpt. */
  readonly weights: ReadonlyMap<string, number>
  readonly #find: (text: string) => readonly TermMatch[]
  readonly #texts = new Map<KbNumber, ArticleText>()
  readonly #marked = new Map<KbNumber, MarkedText>()

  constructor(weights: ReadonlyMap<string, number>) {
    this.weights = weights
    this.#find = termFinder(weights)
  }

  add(texts: ReadonlyMap<KbNumber, ArticleText>): void {
    for (const [number, text] of texts) this.#texts.set(number, text)
  }

  /** Lists those of the articles whose texts are not known yet. */
  missing(numbers: readonly KbNumber[]): KbNumber[] {
    return numbers.filter((number) => !this.#texts.has(number))
  }

  /** Gives an article, or an empty one if it has left the index meanwhile. */
  of(number: KbNumber): MarkedText {
    const known = this.#marked.get(number)
    if (known) return known
    const { title = '', body = '' } = this.#texts.get(number) ?? {}
    const marked = { title, body, matches: this.#find(body.slice(0, MAX_EXAMINED_TEXT)) }
    this.#marked.set(number, marked)
    return marked
  }

  mark(text: string): SnippetPart[] {
    return markMatches(text, this.#find(text))
  }
}
