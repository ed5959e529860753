import type { ArticleReference, ArticleSummary, UpdateLine } from '@/lib/kb/articles/article'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import type { Series } from './series'
import type { StatedNote } from './update-notes'

/** One of the two numbers as the reader wrote it, with its article. */
export interface ComparedNumber {
  readonly text: string
  readonly number?: KbNumber
  readonly summary?: ArticleSummary
}

/** Two updates of one line, or of two series of one product; `to` is the newer one. */
export interface ComparedUpdates {
  readonly outcome: 'compared'
  readonly from: ComparedNumber & { readonly summary: ArticleSummary }
  readonly to: ComparedNumber & { readonly summary: ArticleSummary }
  readonly line: Pick<UpdateLine, 'name' | 'slug'>
  /** If the newer update is for a later release: the releases after that of the older one, its own last. Else empty. */
  readonly releases: readonly Series['release'][]
  /** The updates that only the newer one contains, oldest first; the last is the newer one itself. */
  readonly updates: readonly ArticleSummary[]
  /** False if no article says that the newer one replaces the older, so that the order of the line decided. */
  readonly isStated: boolean
  /** At most `MAX_COMPARED_FIXES`, each with the first update that lists it. */
  readonly fixes: readonly GainedFix[]
  readonly fixCount: number
  /** Updates in between without a list of fixes, so that there may be more. */
  readonly withoutFixes: readonly KbNumber[]
  /** What the updates in between say about their installation, newest first. */
  readonly notes: readonly StatedNote[]
}

export interface GainedFix extends ArticleReference {
  readonly fixedBy: KbNumber
}

/** Two numbers that cannot be compared, and why. */
export interface RefusedComparison {
  readonly outcome: 'incomplete' | 'not-a-number' | 'unknown' | 'without-line' | 'other-lines' | 'same' | 'reversed'
  readonly from: ComparedNumber
  readonly to: ComparedNumber
}

export type UpdateComparison = ComparedUpdates | RefusedComparison

/** Describes the outcome of a comparison in a sentence or two. */
export function describeComparison(comparison: UpdateComparison): string {
  const { from, to } = comparison
  const sides = [from, to]
  switch (comparison.outcome) {
    case 'incomplete':
      return 'Two numbers are needed. Enter the installed update and the one you plan to install.'
    case 'not-a-number': {
      const texts = sides.filter(({ number }) => !number).map(nameOf)
      return `${texts.join(' and ')} ${texts.length > 1 ? 'are not KB numbers' : 'is not a KB number'}. Use digits, for example 940006.`
    }
    case 'unknown':
      return `${listed(sides.filter(({ summary }) => !summary))} not in this collection. Only updates in this collection can be compared.`
    case 'without-line':
      return `${listed(sides.filter(({ summary }) => !summary?.line))} not part of an update series. Only updates in the same series can be compared.`
    case 'other-lines':
      return `${nameOf(from)} belongs to ${from.summary?.line} and ${nameOf(to)} to ${to.summary?.line}. No series file connects the two, so they cannot be compared.`
    case 'same':
      return `Both numbers refer to ${nameOf(to)}. Enter two different updates.`
    case 'reversed':
      return `${nameOf(from)} is newer than ${nameOf(to)}. Swap the two numbers.`
    case 'compared': {
      const release = comparison.releases.at(-1)
      if (release)
        return `${nameOf(to)} is for ${release.name}, which came after the series of ${nameOf(from)}. It needs ${release.name} first.`
      const between = comparison.updates.length - 1
      const count = between === 0 ? 'with no update' : between === 1 ? 'with one update' : `with ${between} updates`
      const way = `${nameOf(to)} follows ${nameOf(from)} in ${comparison.line.name}, ${count} between them.`
      return comparison.isStated
        ? way
        : `${way} No article says that it replaces ${nameOf(from)}; this follows from the order of the series.`
    }
  }
}

function nameOf({ number, text }: ComparedNumber): string {
  return number === undefined ? `“${text}”` : formatKbNumber(number)
}

function listed(sides: readonly ComparedNumber[]): string {
  const names = [...new Set(sides.map(nameOf))]
  return `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'}`
}
