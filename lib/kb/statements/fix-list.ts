import type { TextBlock } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { findListedReleases } from '@/lib/kb/releases/release-names'
import { type CitedBlock, entriesOf } from './cited-blocks'
import {
  continuesFixList,
  dividesFixList,
  isBesideFixList,
  isFixHeading,
  isFixLead,
  isFixListOpening,
  isFixListTitle,
  isListTitle,
  mayStateFixes,
} from './fix-statement'
import { sentencesOf } from './sentences'
import type { Statement } from './statement'

/**
 * Follows a body block by block and knows whether an entry stands in a list of fixes: the title or the opening says so of the
 * whole article, a heading of its section, a sentence that ends in a colon of the entries right below it. Any other such
 * sentence takes its entries out.
 */
export class FixList {
  readonly #speaker: { readonly number: KbNumber; readonly title: string }
  /** The words that make the whole article such a list, and those that make a section one. */
  #ofArticle: string | undefined
  #ofSection: string | undefined
  /** What the last lead-in says of the entries below it; `null` when they are something else. */
  #ofEntries: string | null | undefined
  #blocksRead = 0

  constructor(speaker: { readonly number: KbNumber; readonly title: string }) {
    this.#speaker = speaker
    if (isFixListTitle(speaker.title)) this.#ofArticle = speaker.title
  }

  /** Tells whether an article may hold such a list; cheap, and never wrong when it says no. */
  static mayStand(title: string, blocks: readonly TextBlock[]): boolean {
    if (isFixListTitle(title)) return true
    return blocks.some(
      ({ kind, text }, position) =>
        (kind === 'heading' || position < OPENING_BLOCKS || text.endsWith(':')) && mayStateFixes(text),
    )
  }

  /** Gives what the next block says is fixed. */
  read(block: CitedBlock): Statement[] {
    this.#blocksRead += 1
    if (block.kind === 'heading') {
      this.#ofEntries = undefined
      if (!dividesFixList(block.text)) this.#ofSection = isFixHeading(block.text) ? block.text : undefined
      return []
    }
    const entries = block.kind === 'paragraph' || block.kind === 'row' ? entriesOf(block) : []
    if (entries.length === 0) {
      this.#readLead(block)
      return []
    }
    const authority = this.#ofEntries === undefined ? this.#ofPlace(block) : this.#ofEntries
    if (!authority) return []
    const { number: self } = this.#speaker
    const releases = this.#releasesOf(block)
    return entries.flatMap(({ number, text }): Statement[] =>
      number === self || isListTitle(text)
        ? []
        : [
            {
              kind: 'fixes',
              target: number,
              releases,
              sentence: `${authority}${authority.endsWith(':') ? '' : ':'} ${text}`,
              section: block.section,
              line: block.line,
            },
          ],
    )
  }

  #ofPlace({ section }: CitedBlock): string | undefined {
    return this.#ofSection ?? (isBesideFixList(section) ? undefined : this.#ofArticle)
  }

  /** A list names its release in the heading above it or in the title of the article. */
  #releasesOf({ section }: CitedBlock): string[] {
    const above = this.#ofSection ?? ''
    const { title } = this.#speaker
    if (this.#ofArticle === undefined && above === '') return []
    if (LEAVES_RELEASE_OPEN.test(above) || LEAVES_RELEASE_OPEN.test(title)) return []
    const releases = findListedReleases(above, section)
    return (releases.length > 0 ? releases : findListedReleases(title, section)).map(({ slug }) => slug)
  }

  #readLead({ text }: CitedBlock): void {
    this.#ofEntries = undefined
    const isOpening = this.#blocksRead <= OPENING_BLOCKS && this.#ofArticle === undefined
    const endsInColon = text.endsWith(':')
    if (!endsInColon && !(isOpening && mayStateFixes(text))) return
    const sentences = sentencesOf(text)
    const opening = isOpening ? sentences.find(isFixListOpening) : undefined
    if (opening !== undefined) this.#ofArticle = opening
    const last = sentences.at(-1)
    if (!endsInColon || last === undefined) return
    const isLead = isFixLead(last) || (this.#ofArticle !== undefined && continuesFixList(last)) || opening === last
    this.#ofEntries = isLead ? last : null
  }
}

/** Hotfixes are in no release yet, and `Exchange Server Service Packs` are several. */
const LEAVES_RELEASE_OPEN = /\bpost[- ]|hot ?fix|\bbundle\b|\bupdate\b|\bSRP\b|\bavailable$|\bservice packs$/i

/** How far down the opening of an article reaches. */
const OPENING_BLOCKS = 6
