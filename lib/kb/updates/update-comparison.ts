import type { ArticleReference, ArticleSummary, UpdateLine } from '@/lib/kb/articles/article'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import type { StatedNote } from './update-notes'

/** One of the two numbers as the reader wrote it, and what the collection knows of it. */
export interface ComparedNumber {
  readonly text: string
  readonly number?: KbNumber
  readonly summary?: ArticleSummary
}

/** Two updates of one line, the second the newer one, and what it gains. */
export interface ComparedUpdates {
  readonly outcome: 'compared'
  readonly from: ComparedNumber & { readonly summary: ArticleSummary }
  readonly to: ComparedNumber & { readonly summary: ArticleSummary }
  readonly line: Pick<UpdateLine, 'name' | 'slug'>
  /** What the newer update contains and the older one does not, oldest first; the newer one is the last. */
  readonly updates: readonly ArticleSummary[]
  /** False when no article says that the newer one replaces the older, so that the order of the line decided. */
  readonly isStated: boolean
  /** The fixes gained, at most `MAX_COMPARED_FIXES`, each with the first update that lists it. */
  readonly fixes: readonly GainedFix[]
  readonly fixCount: number
  /** The updates on the way that list no fixes here, so that more may be fixed than is listed. */
  readonly withoutFixes: readonly KbNumber[]
  /** What the updates on the way say of their installation, the newest first. */
  readonly notes: readonly StatedNote[]
}

export interface GainedFix extends ArticleReference {
  readonly fixedBy: KbNumber
}

/** Two numbers of which nothing can be gained, and why. */
export interface RefusedComparison {
  readonly outcome: 'incomplete' | 'not-a-number' | 'unknown' | 'without-line' | 'other-lines' | 'same' | 'reversed'
  readonly from: ComparedNumber
  readonly to: ComparedNumber
}

export type UpdateComparison = ComparedUpdates | RefusedComparison

/** Tells in a sentence or two what came of a comparison. */
export function describeComparison(comparison: UpdateComparison): string {
  const { from, to } = comparison
  const sides = [from, to]
  switch (comparison.outcome) {
    case 'incomplete':
      return 'Two numbers are needed. Write the update that is installed and the one to compare it with.'
    case 'not-a-number': {
      const texts = sides.filter(({ number }) => !number).map(nameOf)
      return `${texts.join(' and ')} ${texts.length > 1 ? 'are no KB numbers' : 'is no KB number'}. Write digits, such as 940006.`
    }
    case 'unknown':
      return `${listed(sides.filter(({ summary }) => !summary))} not in this collection. Only updates that are here can be compared.`
    case 'without-line':
      return `${listed(sides.filter(({ summary }) => !summary?.line))} part of no line of updates. Only updates of one line contain each other.`
    case 'other-lines':
      return `${nameOf(from)} belongs to ${from.summary?.line}, and ${nameOf(to)} to ${to.summary?.line}. Lines never mix: neither update contains the other.`
    case 'same':
      return `Both numbers mean ${nameOf(to)}. There is nothing between an update and itself.`
    case 'reversed':
      return `${nameOf(from)} is newer than ${nameOf(to)}. Going back gains nothing; compare them the other way round.`
    case 'compared': {
      const between = comparison.updates.length - 1
      const count = between === 0 ? 'with no update' : between === 1 ? 'with one update' : `with ${between} updates`
      const way = `${nameOf(to)} follows ${nameOf(from)} in ${comparison.line.name}, ${count} between them.`
      return comparison.isStated
        ? way
        : `${way} No article says that it replaces ${nameOf(from)}; the order is that of the line.`
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
