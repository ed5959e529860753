import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { formatCount } from '@/scripts/shared/progress.mjs'

interface Middle {
  readonly p50: number
  readonly p95: number
}

/** What was measured of a collection of some size. Times are in seconds and, of searches and articles, in milliseconds. */
export interface Scale {
  readonly articles: number
  readonly markdownBytes: number
  readonly buildSeconds: number
  readonly processorSeconds?: number
  readonly peakBytes?: number
  readonly indexBytes: number
  readonly search: Middle
  readonly article: Middle
  /** Of the process that searched and rendered, with its list of all files. */
  readonly readingBytes: number
}

/** Reads what was measured, the smallest collection first; nothing if there is no such file. */
export function readScales(file: string): Scale[] {
  const scales: Scale[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  return scales.sort((a, b) => a.articles - b.articles)
}

/** Puts a measurement in place of that of a collection of the same size. */
export function replaceScale(file: string, scale: Scale): void {
  const others = readScales(file).filter(({ articles }) => articles !== scale.articles)
  const all = [...others, scale].sort((a, b) => a.articles - b.articles)
  writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`)
}

/** Formats a Markdown table. */
export function formatScaleTable(scales: readonly Scale[]): string {
  const head = [
    'articles',
    'Markdown',
    'build',
    'processor',
    'peak memory',
    'index',
    'search p50 / p95',
    'article p50 / p95',
    'this process',
  ]
  const rows = scales.map((scale) => [
    formatCount(scale.articles),
    formatMegabytes(scale.markdownBytes),
    `${scale.buildSeconds.toFixed(0)} s`,
    scale.processorSeconds === undefined ? '?' : `${scale.processorSeconds.toFixed(0)} s`,
    formatMegabytes(scale.peakBytes),
    formatMegabytes(scale.indexBytes),
    formatMiddle(scale.search),
    formatMiddle(scale.article),
    formatMegabytes(scale.readingBytes),
  ])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function formatMegabytes(bytes: number | undefined): string {
  return bytes === undefined ? '?' : `${formatCount(Math.round(bytes / 1e6))} MB`
}

function formatMiddle({ p50, p95 }: Middle): string {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`
}
