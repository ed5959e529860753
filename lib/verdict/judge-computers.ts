import { type BuildProof, findContradictions, findProofs, listProvenUpdates } from '@/lib/check/build-proof'
import { findLineDoubts, findListDoubts, listQuestions, mayBeTwo } from '@/lib/check/doubts'
import { judgeLine, type LineStanding } from '@/lib/check/judge-line'
import type { PastedComputer } from '@/lib/check/paste'
import type { BuildVerdict, ComputerVerdict, Contradiction, LineVerdict, PasteVerdict } from '@/lib/check/verdict'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { type ArticleInLine, listArticlesInLines } from '@/lib/kb-index/read/articles-in-lines'
import { LineCache } from './line-cache'

/** Judges each computer of a paste by everything that the paste tells of it: its updates, and the builds that it reports. */
export function judgeComputers(
  index: IndexDatabase,
  computers: readonly PastedComputer[],
  builds: readonly BuildVerdict[],
): Pick<PasteVerdict, 'computers' | 'lines' | 'questions'> {
  const standings = listArticlesInLines(index, computers.flatMap(listNumbers))
  const cache = new LineCache(index)
  const judged = computers.map((pasted) => {
    const proofs = findProofs(pasted, builds)
    const found = findLines(listNumbers(pasted), { proofs, standings, cache })
    const computer = markTwo(pasted, found)
    const contradictions = found.flatMap((line) => findContradictions(line, proofs))
    const lines = judgeLines(found, { computer, computers, proofs, contradictions, cache })
    return { computer, lines, verdict: describeComputer(computer, { proofs, contradictions, lines }) }
  })
  return {
    computers: judged.map(({ verdict }) => verdict),
    lines: judged.flatMap(({ lines }) => lines),
    questions: judged.flatMap(({ computer, lines }) => listQuestions(computer, computers, lines)),
  }
}

/** The order of a series tells that what looks like one list may be two. */
function markTwo(computer: PastedComputer, lines: readonly FoundLine[]): PastedComputer {
  const inventories = computer.inventories.map((inventory) =>
    lines.some((line) => mayBeTwo(inventory, line)) ? { ...inventory, mayBeSeveral: true } : inventory,
  )
  return { ...computer, inventories }
}

interface FoundLine extends LineStanding {
  readonly name: string
  readonly slug: string
}

function listNumbers({ inventories }: PastedComputer): KbNumber[] {
  return inventories.flatMap(({ updates }) => updates.map(({ number }) => number))
}

/** The update series of which a computer has an update, by its list or by its builds. Builds alone are judged as builds. */
function findLines(
  listed: readonly KbNumber[],
  known: {
    readonly proofs: readonly BuildProof[]
    readonly standings: ReadonlyMap<KbNumber, ArticleInLine>
    readonly cache: LineCache
  },
): FoundLine[] {
  if (listed.length === 0) return []
  const { proofs, standings, cache } = known
  const ofList = listed.flatMap((number) => standings.get(number) ?? [])
  const installed = new Set([...ofList.map(({ summary }) => summary.number), ...listProvenUpdates(proofs)])
  const slugs = new Set([
    ...ofList.flatMap(({ lineSlug }) => lineSlug ?? []),
    ...proofs.flatMap(({ standing }) => standing.line?.slug ?? []),
  ])
  return [...slugs].flatMap((slug) => {
    const series = cache.get(slug)
    const standing = series && judgeLine(series.line, series.facts, (number) => installed.has(number))
    return standing ? [{ name: series.line.name, slug, ...standing }] : []
  })
}

function judgeLines(
  found: readonly FoundLine[],
  evidence: {
    readonly computer: PastedComputer
    readonly computers: readonly PastedComputer[]
    readonly proofs: readonly BuildProof[]
    readonly contradictions: readonly Contradiction[]
    readonly cache: LineCache
  },
): LineVerdict[] {
  const { computer, computers, proofs, contradictions, cache } = evidence
  const provenSlugs = new Set(proofs.flatMap(({ standing }) => standing.line?.slug ?? []))
  const listDoubts = findListDoubts(computer, computers)
  return found.map((line) => {
    const rivals = found.filter((other) => isRival(line, other))
    return {
      ...line,
      list: computer.list,
      host: computer.host,
      prerequisites: cache.listPrerequisites(line.latest.number),
      rivals: rivals.map(({ name }) => name),
      isProven: provenSlugs.has(line.slug),
      series: cache.get(line.slug)?.series,
      newerForProduct: cache.get(line.slug)?.newerForProduct,
      doubts: [
        ...listDoubts,
        ...findLineDoubts(line.slug, { rivals, provenSlugs }),
        ...(contradictions.length > 0 ? (['contradiction'] as const) : []),
      ],
    }
  })
}

/** Another series of the same product. A server has one service pack, and only the updates for that one count. */
function isRival(one: FoundLine, other: FoundLine): boolean {
  return one.slug !== other.slug && other.latest.products.some((product) => one.latest.products.includes(product))
}

function describeComputer(
  { list, host, inventories }: PastedComputer,
  judged: {
    readonly proofs: readonly BuildProof[]
    readonly contradictions: readonly Contradiction[]
    readonly lines: readonly LineVerdict[]
  },
): ComputerVerdict {
  return {
    list,
    host,
    kinds: [...new Set(inventories.map(({ kind }) => kind))],
    builds: [...new Set(judged.proofs.map(({ build }) => build))],
    provenLine: judged.lines.find(({ isProven }) => isProven)?.slug,
    contradictions: judged.contradictions,
  }
}
