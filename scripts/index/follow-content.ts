import { setTimeout as delay } from 'node:timers/promises'
import { KeptTexts, keptTextsFile } from '@/lib/content/kept-texts'
import type { Places } from '@/lib/env'
import { SpareIndex } from './spare-index'
import { loadWriting, updateIndex } from './update-index'
import { watchFolders } from './watch-folders'
import type { IndexReport } from './write-differences'

/** How changes are noticed: the system tells of them, or the folder is compared again and again. */
export type WatchMode = 'on' | 'poll'

export interface FollowListener {
  readonly onUpdate: (report: IndexReport) => void
  /** The index could not be updated; the next change, or the next second, tries again. */
  readonly onFault: (message: string) => void
  /** The index is up to date again after a fault. */
  readonly onRecovery: () => void
}

/** A file that is written in several steps is often whole by then, and one that is not keeps its last good version. */
const GATHER_MS = 20
const RETRY_MS = 1000
/** Servers open a new index within this time, and copying it would take their disk and processor. */
const COPY_AFTER_MS = 500
/** A comparison of the archive takes half a second of processor time. */
const MIN_POLL_MS = 1000
const POLL_SHARE = 10

/**
 * Keeps an index up to date with its content folder until the given function is called: what has changed is in the index a
 * moment later. Changes that come while the index is written go into the next update.
 */
export function followContent(places: Places, mode: WatchMode, listener: FollowListener): () => Promise<void> {
  const spare = new SpareIndex(places.indexFile)
  const texts = new KeptTexts(keptTextsFile(places.indexFile))
  let asked: Set<string> | 'all' | undefined
  let running: Promise<void> | undefined
  let lastFault: string | undefined
  let isStopped = false
  let stopWatching = () => {}
  // The first change must not wait for it.
  void loadWriting()

  const ask = (path?: string): void => {
    if (path === undefined || asked === 'all') asked = 'all'
    else asked = (asked ?? new Set()).add(path)
    if (!isStopped) running ??= run()
  }
  const run = async (): Promise<void> => {
    while (asked !== undefined && !isStopped) {
      await delay(GATHER_MS)
      await spare.wait()
      const paths = asked === 'all' ? undefined : asked
      asked = undefined
      await update(paths)
    }
    running = undefined
  }
  const update = async (paths: ReadonlySet<string> | undefined): Promise<void> => {
    try {
      const report = await updateIndex({ ...places, paths, takeSpare: () => spare.take(), keepsTexts: true, texts })
      if (lastFault !== undefined) listener.onRecovery()
      lastFault = undefined
      if (report.changedCount > 0) listener.onUpdate(report)
      if (asked !== undefined) spare.prepare()
      else setTimeout(prepareSpare, COPY_AFTER_MS).unref()
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (message !== lastFault) listener.onFault(message)
      lastFault = message
      asked = 'all'
      await delay(RETRY_MS)
    }
  }
  const prepareSpare = (): void => {
    if (running === undefined && !isStopped) spare.prepare()
  }
  const poll = async (): Promise<void> => {
    while (!isStopped) {
      const began = performance.now()
      ask()
      await running
      await delay(Math.max(MIN_POLL_MS, POLL_SHARE * (performance.now() - began)), undefined, { ref: false })
    }
  }

  if (mode === 'poll') void poll()
  else {
    stopWatching = watchFolders(places.contentDir, {
      onChange: ask,
      onFault: ({ message }) => {
        listener.onFault(`The system refuses to watch the folder (${message}), so it is compared every few seconds.`)
        void poll()
      },
    })
  }
  return async () => {
    isStopped = true
    stopWatching()
    await running
    spare.remove()
  }
}
