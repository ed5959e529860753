import type { LineStanding } from './judge-line'
import type { PastedComputer, UpdateInventory } from './paste'
import type { Doubt, LineVerdict, Question } from './verdict'

/** Why the whole list of a computer may mislead: it is incomplete, or may come from another computer or from several. */
export function findListDoubts(computer: PastedComputer, computers: readonly PastedComputer[]): Doubt[] {
  const doubts: Doubt[] = []
  if (computer.inventories.some(({ cut }) => cut !== undefined)) doubts.push('cut-list')
  if (mayBeSeveral(computer) || listComputersWithoutList(computer, computers).length > 0)
    doubts.push('several-computers')
  return doubts
}

/** A list is sorted downwards, and not by chance, where it has so many updates. */
const MIN_SORTED = 4

/**
 * Tells whether a list without a header may be two that follow each other, nothing between them. It has several updates
 * of a series and the newest among them, which an older server need not have: whatever their order, that is no all clear.
 * Or an older one stands below a newer one, which of one computer is so where the list is sorted downwards.
 */
export function mayBeTwo({ isUnframed, updates }: UpdateInventory, { installed, latest }: LineStanding): boolean {
  if (isUnframed !== true) return false
  const series = installed.map(({ number }) => number)
  const places = updates.flatMap(({ number }) => (series.includes(number) ? [series.indexOf(number)] : []))
  if (places.length > 1 && updates.some(({ number }) => number === latest.number)) return true
  const goesBack = places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0))
  const isSorted = updates.every(({ number }, index) => index === 0 || number <= (updates[index - 1]?.number ?? 0))
  return goesBack && !(isSorted && updates.length >= MIN_SORTED)
}

/** A computer has one service pack, and only the updates of that one count. A build tells which, where there is one. */
export function findLineDoubts(
  slug: string,
  { rivals, provenSlugs }: { rivals: readonly { readonly slug: string }[]; provenSlugs: ReadonlySet<string> },
): Doubt[] {
  if (rivals.length === 0 || provenSlugs.has(slug)) return []
  return rivals.some((rival) => provenSlugs.has(rival.slug)) ? ['other-line'] : ['several-lines']
}

/** Lists what only the reader can tell of a computer. */
export function listQuestions(
  computer: PastedComputer,
  computers: readonly PastedComputer[],
  lines: readonly LineVerdict[],
): Question[] {
  const { list, host } = computer
  const others = listComputersWithoutList(computer, computers)
  const questions: Question[] = []
  if (others.length > 0) {
    questions.push({ kind: 'which-computer', list, hosts: others.flatMap((other) => other.host ?? []) })
  }
  if (mayBeSeveral(computer)) questions.push({ kind: 'one-or-several', list, host })
  if (lines.some(({ doubts }) => doubts.includes('several-lines'))) {
    questions.push({ kind: 'which-line', list, host, lines: lines.map(({ name }) => name) })
  }
  return questions
}

function mayBeSeveral({ inventories }: PastedComputer): boolean {
  return inventories.some((inventory) => inventory.mayBeSeveral)
}

/** The computers without a list, one of which a list without a name may belong to. */
function listComputersWithoutList(
  { host, inventories }: PastedComputer,
  computers: readonly PastedComputer[],
): readonly PastedComputer[] {
  return host !== undefined || inventories.length === 0
    ? []
    : computers.filter((other) => other.inventories.length === 0)
}
