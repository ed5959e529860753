import type { PastedComputer } from './paste'
import type { Doubt, LineVerdict, Question } from './verdict'

/** Why the whole list of a computer may mislead: it is incomplete, or may come from another computer or from several. */
export function findListDoubts(computer: PastedComputer, computers: readonly PastedComputer[]): Doubt[] {
  const doubts: Doubt[] = []
  if (computer.inventories.some(({ cut }) => cut !== undefined)) doubts.push('cut-list')
  if (mayBeSeveral(computer) || listHostsWithoutList(computer, computers).length > 0) doubts.push('several-computers')
  return doubts
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
  const hosts = listHostsWithoutList(computer, computers)
  const questions: Question[] = []
  if (hosts.length > 0) questions.push({ kind: 'which-computer', list, hosts })
  if (mayBeSeveral(computer)) questions.push({ kind: 'one-or-several', list, host })
  if (lines.some(({ doubts }) => doubts.includes('several-lines'))) {
    questions.push({ kind: 'which-line', list, host, lines: lines.map(({ name }) => name) })
  }
  return questions
}

function mayBeSeveral({ inventories }: PastedComputer): boolean {
  return inventories.some((inventory) => inventory.mayBeSeveral)
}

/** The computers with a name and without a list, one of which a list without a name may belong to. */
function listHostsWithoutList({ host, inventories }: PastedComputer, computers: readonly PastedComputer[]): string[] {
  if (host !== undefined || inventories.length === 0) return []
  return computers.flatMap((other) => (other.inventories.length === 0 && other.host !== undefined ? [other.host] : []))
}
