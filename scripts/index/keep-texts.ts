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
export async function keepTexts(places: Places, isStopped: () => boolean): Promise<void> {
  const { indexFile } = places
  if (!isCurrentIndex(indexFile)) return
  const file = keptTextsFile(indexFile)
  const texts = new KeptTexts(file)
  const articles = listArticles(indexFile)
  if (texts.count() <= MAX_SHARE * articles.length + FILES_AT_ONCE) return addTexts(texts, places, isStopped)
  const draft = `${file}.draft`
  rmSync(draft, { force: true })
  const fresh = new KeptTexts(draft)
  await addTexts(fresh, places, isStopped, texts)
  if (isStopped()) return
  await locked(indexFile, () => {
    // An update may have added texts meanwhile.
    const added = listArticles(indexFile).filter(({ contentHash }) => !fresh.has(contentHash))
    fresh.add(
      added.flatMap(({ contentHash }) => {
        const text = texts.read(contentHash)
        return text === undefined ? [] : [[contentHash, packText(text)] as const]
      }),
    )
    renameSync(draft, file)
  })
}

/** Adds the texts that are missing: those that `others` has, or else those of the files. */
async function addTexts(
  texts: KeptTexts,
  { contentDir, indexFile }: Places,
  isStopped: () => boolean,
  others = texts,
): Promise<void> {
  const missing = listArticles(indexFile).filter(({ contentHash }) => !texts.has(contentHash))
  for (let start = 0; start < missing.length && !isStopped(); start += FILES_AT_ONCE) {
    const found = missing.slice(start, start + FILES_AT_ONCE).flatMap(({ path, contentHash }) => {
      const text = others.read(contentHash) ?? readTextOf(contentDir, path, contentHash)
      return text === undefined ? [] : [[contentHash, packText(text)] as const]
    })
    await locked(indexFile, () => texts.add(found))
    await delay(PAUSE_MS)
  }
}

function listArticles(indexFile: string) {
  const database = openIndex(indexFile)
  try {
    return listArticleTexts(database)
  } finally {
    closeDatabase(database)
  }
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
