import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { setNumberPrefix } from '@/lib/kb/numbers/number-prefix'
import { lockIndex } from '@/lib/kb-index/file/index-lock'
import { type Comparison, compareWithIndex } from './compare-with-index'
import { toIndexCommandError } from './index-command-error'
import type { IndexOptions, IndexReport } from './write-differences'

const LOCK_INTERVAL_MS = 100

/**
 * Updates the index from the content folder: reads only files whose text has changed, or everything if there is no current
 * index. Only one process writes at a time, and what another has written meanwhile is not written again.
 */
export async function updateIndex(options: IndexOptions): Promise<IndexReport> {
  try {
    return await updateOrFail(options)
  } catch (error) {
    throw toIndexCommandError(error, options.indexFile)
  }
}

async function updateOrFail(options: IndexOptions): Promise<IndexReport> {
  const { contentDir, indexFile, paths } = options
  const comparison = await compareWithIndex(contentDir, indexFile, paths)
  setNumberPrefix(comparison.site?.prefix)
  if (isUpToDate(comparison)) return { ...comparison.known, changedCount: 0 }
  mkdirSync(dirname(indexFile), { recursive: true })
  const unlockAtOnce = lockIndex(indexFile)
  const unlock = unlockAtOnce ?? (await waitForLock(options))
  try {
    const present = unlockAtOnce ? comparison : await compareWithIndex(contentDir, indexFile, paths)
    if (isUpToDate(present)) return { ...present.known, changedCount: 0 }
    const { writeDifferences } = await loadWriting()
    return await writeDifferences(present, options)
  } finally {
    unlock()
  }
}

/** Loads what reads and writes articles: where nothing has changed, a start need not wait for it. */
export function loadWriting(): Promise<typeof import('./write-differences')> {
  return import('./write-differences')
}

type UpToDate = Comparison & Required<Pick<Comparison, 'known'>>

function isUpToDate(comparison: Comparison): comparison is UpToDate {
  const { known, changed, touched, gone } = comparison
  return known !== undefined && changed.length + touched.length + gone.length === 0
}

async function waitForLock({ indexFile, onWait }: IndexOptions): Promise<() => void> {
  onWait?.()
  for (;;) {
    await wait(LOCK_INTERVAL_MS)
    const unlock = lockIndex(indexFile)
    if (unlock) return unlock
  }
}
