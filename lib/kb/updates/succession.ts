import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { Series } from './series'

/** What is newer for a product than every update of one of its series. */
export interface NewerForProduct {
  readonly product: string
  /** The newest series of the product. */
  readonly line: string
  readonly shortName: string
  /** The release that the series is for, which has to be installed first. */
  readonly release: Series['release']
  /** The newest update of that series, if the collection has one. */
  readonly update?: ArticleSummary
}

/**
 * Lists the series of the same product that came after the series of a line, the nearest first. Whatever series files state,
 * the walk ends: a series that leads back to itself has nothing after it.
 */
export function listLaterSeries(line: string, all: readonly Series[]): Series[] {
  const later: Series[] = []
  const passed = new Set([line])
  for (let before = line; ; ) {
    const next = all.find(({ follows }) => follows === before)
    if (!next) return later
    if (passed.has(next.line)) return []
    passed.add(next.line)
    later.push(next)
    before = next.line
  }
}

/** A series as its file states it. */
export interface StatedSeries extends Series {
  /** The file below the content folder, and the line on which the series begins, counted from 1. */
  readonly path: string
  readonly fileLine: number
}

/** What series files state that cannot be true together, each as two sentences. */
export function describeSeriesConflicts(
  all: readonly StatedSeries[],
  newestOf: (line: string) => number | undefined,
): { readonly series: StatedSeries; readonly message: string }[] {
  return all.flatMap((series, index) => {
    const { line, follows, lastUpdate } = series
    const others = all.slice(0, index)
    const messages: string[] = []
    const twin = others.find((other) => other.line === line)
    if (twin) messages.push(`The update series "${line}" is already described by ${twin.path}. Delete one of the two.`)
    if (follows !== undefined && !all.some((other) => other.line === follows))
      messages.push(`"${line}" follows "${follows}", which no series file describes. Correct follows, or describe it.`)
    const rival = follows === undefined ? undefined : others.find((other) => other.follows === follows)
    if (rival && rival.line !== line)
      messages.push(`"${line}" and "${rival.line}" both follow "${follows}". Let each series follow the one before it.`)
    if (isInCycle(series, all)) messages.push(`"${line}" follows itself over other series. Correct follows.`)
    const newest = newestOf(line)
    if (lastUpdate !== undefined && newest !== undefined && newest !== lastUpdate)
      messages.push(
        `lastUpdate of "${line}" is ${lastUpdate}, but its newest article is ${newest}. Correct lastUpdate, or the order of the articles.`,
      )
    return messages.map((message) => ({ series, message }))
  })
}

function isInCycle({ line, follows }: Series, all: readonly Series[]): boolean {
  const passed = new Set<string>()
  for (let before = follows; before !== undefined && !passed.has(before); ) {
    if (before === line) return true
    passed.add(before)
    const current: string = before
    before = all.find((other) => other.line === current)?.follows
  }
  return false
}
