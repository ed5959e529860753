import { formatKbNumber, hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import type { Statement } from '@/lib/kb/statements/statement'
import type { StatedReplacement, SupersedenceConflict } from './supersedence'

export type FullReplacement = Statement & StatedReplacement

/** A statement that contradicts others. It is only a note if the sources themselves say so. */
export interface Contradiction {
  readonly statement: FullReplacement
  readonly message: string
  readonly isNote: boolean
}

/** A message names at most this many articles. */
const MAX_NAMES = 10

/** Tells whether a statement goes from one line to another. It is then reported and otherwise ignored. */
export function mixesLines({ subject, object }: StatedReplacement, lines: ReadonlyMap<KbNumber, string>): boolean {
  const [newer, older] = [lines.get(subject), lines.get(object)]
  return newer !== undefined && older !== undefined && newer !== older
}

export function describeMixedLines(statement: FullReplacement, lines: ReadonlyMap<KbNumber, string>): Contradiction {
  const { subject, object, sentence, origin } = statement
  const message = `${formatKbNumber(subject)} (update series "${lines.get(subject)}") claims to replace ${formatKbNumber(object)} (update series "${lines.get(object)}")`
  return origin === 'text'
    ? {
        statement,
        message: `${message}: "${sentence}". Ignored, because a series never replaces another.`,
        isNote: true,
      }
    : { statement, message: `${message}. Fix the number or the series (\`line\`).`, isNote: false }
}

/** Describes each conflict, at the statement that the replaced article itself makes, or else at the first. */
export function describeConflicts(
  statements: readonly FullReplacement[],
  conflicts: readonly SupersedenceConflict[],
): Contradiction[] {
  if (conflicts.length === 0) return []
  const reported = new Map<KbNumber, FullReplacement>()
  for (const statement of statements) {
    const { subject, object, statedBy, isPartial } = statement
    if (isPartial || subject === object) continue
    if (statedBy === object || !reported.has(object)) reported.set(object, statement)
  }
  return conflicts.flatMap((conflict) => {
    const statement = reported.get(conflict.object)
    return statement ? { statement, ...describeConflict(conflict, reported, statement) } : []
  })
}

function describeConflict(
  { kind, numbers, object }: SupersedenceConflict,
  reported: ReadonlyMap<KbNumber, FullReplacement>,
  { origin }: FullReplacement,
): Omit<Contradiction, 'statement'> {
  const names = listNames(numbers)
  if (kind === 'two-successors') {
    const message = `${formatKbNumber(object)} has several replacements (${names}), and none of them replaces the others. Fix supersedes or supersededBy in these articles.`
    return { message, isNote: origin === 'text' }
  }
  const quotes = numbers.slice(0, MAX_NAMES).map((number) => reported.get(number)?.sentence)
  // If each statement has a sentence from a source, the sources contradict each other.
  if (quotes.every((quote) => quote !== undefined)) {
    const quoted = quotes.map((quote) => `"${quote}"`).join(' and ')
    const message = `The sources of ${names} conflict: ${quoted}. None is marked as superseded; if you know which is newest, say so in the front matter.`
    return { message, isNote: true }
  }
  const message = `The articles ${names} replace each other in a cycle. Fix supersedes or supersededBy so that one of them is the newest.`
  return { message, isNote: false }
}

function listNames(numbers: readonly KbNumber[]): string {
  const names = numbers.slice(0, MAX_NAMES).map(formatKbNumber).join(', ')
  return numbers.length > MAX_NAMES ? `${names} and ${numbers.length - MAX_NAMES} more` : names
}

/** Describes an article that links to, replaces or lists itself. */
export function describeSelfReference(kind: 'link' | 'replaces' | 'fixes', number: KbNumber): string {
  const name = formatKbNumber(number)
  switch (kind) {
    case 'link':
      return `The article links to itself, ${name}. Remove the link, or correct its number.`
    case 'replaces':
      return `The article supersedes itself, ${name}. Correct the number in the front matter.`
    case 'fixes':
      return `The article lists itself, ${name}, under fixes. Remove the number from the list.`
  }
}

/** Describes a number that another file, the holder, has as its own; `isAlias` if it is only an alias here. */
export function describeSharedNumber(
  number: KbNumber,
  { holder, isAlias }: { holder: string; isAlias: boolean },
): string {
  if (!isAlias && !hasKbNumber(number)) {
    return `The name of this article is already used by ${holder}. Give the article its own name, or delete one of the two files.`
  }
  return isAlias
    ? `The alias ${number} is the number of ${holder}. Remove the alias, or delete one of the two files.`
    : `Number ${number} is already used by ${holder}. Give this article its own number, delete one of the two files, or make a content folder of each collection.`
}
