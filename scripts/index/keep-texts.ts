import { renameSync, rmSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { KeptTexts, keptTextsFile, packText } from '@/lib/content/kept-texts'
import { readTextOf } from '@/lib/content/read-article'
import type { Places } from '@/lib/env'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { lockIndex } from '@/lib/kb-index/file/index-lock'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/file/open'
import { listArticleTexts } from '@/lib/kb-index/read/indexed-files'

/** Reading them takes some hundredths of a second, so that an update need not wait for long. */
const FILES_AT_ONCE = 200
const PAUSE_MS = 20
/** With more texts than this for each article, the file is written anew. */
const MAX_SHARE = 2

/** Keeps the text of every article of an index, so that it outlives its file. Ends early if `isStopped` says so. */
export async function keepTexts({ contentDir, indexFile }: Places, isStopped: () => boolean): Promise<void> {
  if (!isCurrentIndex(indexFile)) return
  const database = openIndex(indexFile)
  const articles = listArticleTexts(database)
  closeDatabase(database)
  const file = keptTextsFile(indexFile)
  const texts = new KeptTexts(file)
  const isTooLarge = texts.count() > MAX_SHARE * articles.length + FILES_AT_ONCE
  const target = isTooLarge ? new KeptTexts(`${file}.draft`) : texts
  if (isTooLarge) rmSync(`${file}.draft`, { force: true })
  const missing = articles.filter(({ contentHash }) => !target.has(contentHash))
  for (let start = 0; start < missing.length && !isStopped(); start += FILES_AT_ONCE) {
    const found = await Promise.all(
      missing.slice(start, start + FILES_AT_ONCE).map(async ({ path, contentHash }) => {
        const text = texts.read(contentHash) ?? (await readTextOf(contentDir, path, contentHash))
        return text === undefined ? [] : [[contentHash, packText(text)] as const]
      }),
    )
    await locked(indexFile, () => target.add(found.flat()))
    await delay(PAUSE_MS)
  }
  if (isTooLarge && !isStopped()) await locked(indexFile, () => renameSync(`${file}.draft`, file))
}

/** Only one process may add to the file at a time. */
async function locked(indexFile: string, work: () => void): Promise<void> {
  for (;;) {
    const unlock = lockIndex(indexFile)
    if (unlock) {
      try {
        return work()
      } finally {
        unlock()
      }
    }
    await delay(PAUSE_MS)
  }
}
