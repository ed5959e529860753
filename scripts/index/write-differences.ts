import { KeptTexts, keptTextsFile } from '@/lib/content/kept-texts'
import type { Problem } from '@/lib/kb/articles/errors'
import { countArticles } from '@/lib/kb-index/file/collection'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { describeFault, openIndex } from '@/lib/kb-index/file/open'
import { listProblems } from '@/lib/kb-index/read/indexed-files'
import { IndexWriter } from '@/lib/kb-index/write/index-writer'
import type { Comparison } from './compare-with-index'
import { readGitHistory } from './git-history'
import type { ReadFile } from './read-file'
import { readFiles } from './read-files'

export interface IndexOptions {
  readonly contentDir: string
  readonly indexFile: string
  /** Called now and then with the number of files read so far and in all, and with one that is being read. */
  readonly onProgress?: (done: number, total: number, reading?: string) => void
  /** A file that takes longer to read becomes a problem. */
  readonly secondsPerFile?: number
  /** Only these paths below the content folder may have changed. Without them, all files are compared. */
  readonly paths?: ReadonlySet<string>
  /** Gives a copy of the index as it is now, which is used up. Without one, the index is copied first. */
  readonly takeSpare?: () => string | undefined
  /** Keeps the texts of the articles that are read. */
  readonly keepsTexts?: boolean
  /** The kept texts of the index, where somebody has them open: to learn which there are takes as long as a small update. */
  readonly texts?: KeptTexts
  /** Called once if the index that is there cannot be read and is built anew, with the reason. */
  readonly onRebuild?: (reason: string) => void
  /** Called once if this process has to wait for another that is writing the index. */
  readonly onWait?: () => void
}

export interface IndexReport {
  readonly articleCount: number
  /** Files with a changed text, and files that have been deleted. */
  readonly changedCount: number
  /** All problems of the collection, in path order. */
  readonly problems: readonly Problem[]
}

/** If a larger share of the files has changed, a new index takes less time than an update. */
const REBUILD_SHARE = 0.3

/** Reads what differs and writes it into the index, whose lock the caller must hold. */
export async function writeDifferences(comparison: Comparison, options: IndexOptions): Promise<IndexReport> {
  const { files, changed, touched, gone, known, fault, site } = comparison
  const { contentDir, indexFile, onProgress, onRebuild, secondsPerFile, takeSpare, keepsTexts: withTexts } = options
  const changedCount = changed.length + gone.length
  if (fault && fault !== 'missing') onRebuild?.(describeFault(indexFile, fault))
  const isRebuild = files !== undefined && (!known || changedCount > files.length * REBUILD_SHARE)
  const texts = options.texts ?? new KeptTexts(keptTextsFile(indexFile))
  const writer = isRebuild ? IndexWriter.build(indexFile) : IndexWriter.update(indexFile, takeSpare?.())
  try {
    if (!isRebuild) for (const path of gone) writer.removeFile(path)
    if (!isRebuild) for (const file of touched) writer.touchFile(file)
    const unread = isRebuild ? files : changed
    const history =
      site?.history === 'git'
        ? await readGitHistory(
            contentDir,
            unread.map(({ path }) => path),
          )
        : undefined
    let done = 0
    const onReading = (path: string) => onProgress?.(done, unread.length, path)
    for await (const batch of readFiles(contentDir, unread, { secondsPerFile, withTexts, site, history, onReading })) {
      const read = batch.filter((file) => file !== undefined)
      texts.add(read.flatMap(textOf))
      for (const file of read) putFile(writer, file, (contentHash) => texts.has(contentHash))
      done += batch.length
      onProgress?.(done, unread.length)
    }
    await writer.finish()
  } catch (error) {
    writer.abandon()
    throw error
  }
  const database = openIndex(indexFile)
  try {
    return { articleCount: countArticles(database), changedCount, problems: listProblems(database) }
  } finally {
    closeDatabase(database)
  }
}

function textOf({ result }: ReadFile): [contentHash: string, packed: Uint8Array][] {
  return 'article' in result && result.text !== undefined ? [[result.article.contentHash, result.text]] : []
}

function putFile(writer: IndexWriter, { file, result }: ReadFile, isKept: (contentHash: string) => boolean): void {
  if ('problems' in result) writer.putBrokenFile(file, result.problems, isKept)
  else if ('series' in result) writer.putSeries(file, result.series)
  else if ('site' in result) writer.putSite(file, result.site)
  else writer.putArticle(file, result)
}
