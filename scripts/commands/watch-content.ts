import { getClusterSettings, getPlaces } from '@/lib/env'
import { formatProblem } from '@/lib/kb/articles/errors'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/file/open'
import { listProblems } from '@/lib/kb-index/read/indexed-files'
import type { Publication } from '@/lib/kb-index/search/cluster/publish-index'
import { followCluster } from '@/scripts/index/follow-cluster'
import { followContent } from '@/scripts/index/follow-content'
import { keepTexts } from '@/scripts/index/keep-texts'
import { printProblems } from '@/scripts/index/print-problems'
import type { IndexReport } from '@/scripts/index/write-differences'
import { parseWatchMode } from '@/scripts/shared/options.mjs'
import { formatCount } from '@/scripts/shared/progress.mjs'
import { onStopSignals, STOP_SIGNALS, whenParentIsGone } from '@/scripts/shared/stop-signals.mjs'

// Runs beside a server, which opens what this process writes: each change of an article is in the index a moment later, and in the
// cluster, if one finds words, a moment after that.
const places = getPlaces()
const mode = parseWatchMode(process.env)
let isStopping = false
let told = new Set(readProblems())

const settings = getClusterSettings()
const cluster = settings && followCluster(places.indexFile, settings, { onPublished, onFault: onClusterFault })
if (mode !== 'off') cluster?.ask()
const stopFollowing = mode === 'off' ? async () => {} : followContent(places, mode, { onUpdate, onFault, onRecovery })
onStopSignals(STOP_SIGNALS, stop, () => process.exit(130))
if (process.env.KB_SUPERVISED) whenParentIsGone(stop, Number(process.env.KB_SUPERVISED))
if (mode !== 'off') await keepTexts(places, () => isStopping).catch(tellNotKept)

/** Problems that were there before are not told again. */
function onUpdate({ articleCount, changedCount, problems }: IndexReport): void {
  console.log(`Index: ${formatCount(articleCount, 'article')}, ${formatCount(changedCount)} changed`)
  printProblems(problems.filter((problem) => !told.has(formatProblem(problem))))
  const now = new Set(problems.map(formatProblem))
  const mended = Array.from(told).filter((problem) => !now.has(problem))
  if (mended.length > 0) console.log(`${formatCount(mended.length, 'problem')} mended`)
  told = now
  cluster?.ask()
}

function onPublished({ articleCount, changedCount }: Publication): void {
  console.log(`Cluster: ${formatCount(articleCount, 'article')}, ${formatCount(changedCount)} changed`)
}

function onClusterFault(message: string): void {
  console.error(`The cluster was not brought up to date: ${message}`)
}

function onFault(message: string): void {
  console.error(`The index was not updated: ${message}`)
}

/** On a disk that cannot be written, articles are served as long as their files are as they were. */
function tellNotKept(error: unknown): void {
  console.error(`The texts of the articles are not kept: ${error instanceof Error ? error.message : String(error)}`)
}

function onRecovery(): void {
  console.log('The index is up to date again.')
}

function readProblems(): string[] {
  if (!isCurrentIndex(places.indexFile)) return []
  const database = openIndex(places.indexFile)
  const problems = listProblems(database)
  closeDatabase(database)
  return problems.map(formatProblem)
}

async function stop(): Promise<void> {
  isStopping = true
  await stopFollowing()
  await cluster?.stop()
  process.exit(0)
}
