import type { KiwixArchive } from '@/bench/peers/kiwix'
import type { MiniSearchReport } from '@/bench/peers/minisearch'
import type { EngineReport } from './measure-engine'
import type { SiteReport } from './measure-site'
import type { MeasuredRun } from './measured-process'
import type { ResultLine } from './result-table'
import { getScore, type Score } from './score-results'

/** Everything that a run of `bench:search` has measured. */
export interface SearchRun {
  readonly textBytes: number
  readonly indexBytes: number
  readonly build?: MeasuredRun
  readonly engine: EngineReport
  readonly scores: readonly Score[]
  readonly site?: SiteReport & { readonly secondsToReady: number; readonly peakBytes?: number }
  readonly kiwix?: SiteReport & {
    readonly archive: KiwixArchive
    readonly scores: readonly Score[]
    readonly secondsToReady: number
    readonly peakBytes?: number
  }
  readonly miniSearch?: MiniSearchReport & { readonly scores: readonly Score[] }
}

type Timed = Pick<EngineReport, 'search' | 'suggestions'>

/** Lists every figure that has a bar or was measured. */
export function listSearchLines(run: SearchRun): ResultLine[] {
  const lines = [...relevanceLines(run), ...speedLines(run), ...indexLines(run), ...httpLines(run)]
  return lines.filter(({ bar, ours, kiwix, miniSearch }) =>
    [bar, ours, kiwix, miniSearch].some((known) => known !== undefined),
  )
}

function relevanceLines({ scores, kiwix, miniSearch }: SearchRun): ResultLine[] {
  const line = (
    what: string,
    kind: string,
    figure: 'successAt1' | 'successAt10' | 'reciprocalRank' | 'unanswered',
    atLeast?: number,
  ): ResultLine => ({
    what,
    unit: figure === 'reciprocalRank' ? 'score' : 'percent',
    bar: atLeast === undefined ? undefined : { atLeast },
    ours: getScore(scores, kind)?.[figure],
    kiwix: kiwix && getScore(kiwix.scores, kind)?.[figure],
    miniSearch: miniSearch && getScore(miniSearch.scores, kind)?.[figure],
  })
  return [
    line('success@1, overall', 'overall', 'successAt1', 0.89),
    line('success@10, overall', 'overall', 'successAt10', 1),
    line('MRR@10, overall', 'overall', 'reciprocalRank', 0.93),
    line('success@1, numbers', 'number', 'successAt1', 1),
    line('success@10, number prefixes', 'numberprefix', 'successAt10', 1),
    line('success@10, typing errors', 'typo', 'successAt10', 0.95),
    line('judged queries that find nothing', 'overall', 'unanswered'),
  ]
}

function speedLines({ engine, miniSearch }: SearchRun): ResultLine[] {
  const line = (what: string, atMost: number, figure: (report: Timed) => number): ResultLine => ({
    what,
    unit: 'milliseconds',
    bar: { atMost },
    ours: figure(engine),
    miniSearch: miniSearch && figure(miniSearch),
  })
  return [
    line('search p50, in process', 8, ({ search }) => search.later.p50),
    line('search p95, in process', 20, ({ search }) => search.later.p95),
    line('search p50, first time each', 8, ({ search }) => search.first.p50),
    line('search p95, first time each', 20, ({ search }) => search.first.p95),
    line('suggestions p95, in process', 3, ({ suggestions }) => suggestions.p95),
    { what: 'worst query', unit: 'milliseconds', bar: { atMost: 100 }, ours: engine.hard[0]?.milliseconds },
  ]
}

function indexLines({ build, site, indexBytes, textBytes, kiwix, miniSearch }: SearchRun): ResultLine[] {
  // An earlier build ran under another load, so a ratio to it would mean nothing.
  const kiwixBuild = kiwix?.archive.isCached === false ? kiwix.archive.build : undefined
  return [
    {
      what: 'index build',
      unit: 'seconds',
      bar: { atMost: 60 },
      ours: build?.seconds,
      kiwix: kiwixBuild?.seconds,
      miniSearch: miniSearch?.buildSeconds,
    },
    {
      what: 'index build, processor time',
      unit: 'seconds',
      ours: build?.usage?.processorSeconds,
      kiwix: kiwixBuild?.processorSeconds,
    },
    {
      what: 'index build, peak memory',
      unit: 'megabytes',
      bar: { atMost: 1e9 },
      ours: build?.usage?.peakBytes,
      kiwix: kiwixBuild?.peakBytes,
      miniSearch: miniSearch?.buildPeakBytes,
    },
    {
      what: 'second start to ready',
      unit: 'seconds',
      bar: { atMost: 3 },
      ours: site?.secondsToReady,
      kiwix: kiwix?.secondsToReady,
    },
    {
      what: 'index file',
      unit: 'megabytes',
      ours: indexBytes,
      kiwix: kiwix?.archive.bytes,
      miniSearch: miniSearch?.indexBytes,
    },
    { what: 'index file / text', unit: 'times', bar: { atMost: 1.4 }, ours: indexBytes / textBytes },
  ]
}

function httpLines({ site, kiwix }: SearchRun): ResultLine[] {
  const line = (what: string, figure: (report: SiteReport) => number | undefined): ResultLine => ({
    what,
    unit: 'milliseconds',
    ours: site && figure(site),
    kiwix: kiwix && figure(kiwix),
  })
  return [
    line('short query p50, HTTP', ({ shortSearch }) => shortSearch.later.p50),
    line('short query p95, HTTP', ({ shortSearch }) => shortSearch.later.p95),
    line('short query p50, HTTP, first time each', ({ shortSearch }) => shortSearch.first.p50),
    line('judged query p50, HTTP', ({ search }) => search.later.p50),
    line('judged query p95, HTTP', ({ search }) => search.later.p95),
    line('suggestions p50, HTTP', ({ suggestions }) => suggestions.p50),
    line('suggestions p95, HTTP', ({ suggestions }) => suggestions.p95),
    line('article page p50, HTTP', ({ articles }) => articles?.later.p50),
    line('article page p95, HTTP', ({ articles }) => articles?.later.p95),
    { what: 'peak memory, serving', unit: 'megabytes', ours: site?.peakBytes, kiwix: kiwix?.peakBytes },
  ]
}
