import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { listSearchFiles } from '@/lib/export/search/list-search-files'
import { countArticles, listSampleNumbers } from '@/lib/kb-index/file/collection'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { listPart } from '@/lib/kb-index/read/export/list-part'
import { getSite } from '@/lib/kb-index/read/site/get-site'
import { articleUrl, SEARCH_URL } from '@/lib/urls'
import { updateIndex } from '@/scripts/index/update-index'
import { bundleCopy } from '@/scripts/shared/bundle-assets.mjs'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { createProgress, formatCount, step } from '@/scripts/shared/progress.mjs'
import { PROJECT_ROOT } from '@/scripts/shared/project-root.mjs'
import { CONNECTIONS, startSite } from './ask-site'
import { type CopyReport, copyPages } from './copy-pages'
import { replaceFolder } from './replace-folder'
import { ILLUSTRATION } from './write-zim'

export interface ExportOptions {
  readonly contentDir: string
  /** The index of all articles, which says what belongs to a product. */
  readonly indexFile: string
  readonly out: string
  readonly product?: string
  /** How many steps of citations to follow from the articles of the product. */
  readonly steps: number
  readonly base?: string
}

export interface ExportReport extends CopyReport {
  /** What the collection is called, and its language. */
  readonly siteName: string
  readonly language: string
  readonly articleCount: number
  readonly fileCount: number
  readonly bytes: number
}

/**
 * Writes a copy of the site, or of the part about a product, that needs no server: the pages of the server, asked one by one, and
 * the files of its search. The same articles give the same bytes.
 */
export async function runExport(options: ExportOptions): Promise<ExportReport> {
  const work = mkdtempSync(join(tmpdir(), 'kb-viewer-export-'))
  const removeWork = () => rmSync(work, { recursive: true, force: true })
  process.once('exit', removeWork)
  try {
    return await replaceFolder(options.out, (draft) => fillFolder(draft, work, options))
  } finally {
    removeWork()
    process.off('exit', removeWork)
  }
}

async function fillFolder(draft: string, work: string, options: ExportOptions): Promise<ExportReport> {
  // An index of its own, so that the copy depends on the articles only, and not on how an index came to be.
  const contentDir = options.product === undefined ? options.contentDir : await copyPart(work, options)
  const indexFile = join(work, 'index.db')
  await step('Indexing the articles of the copy', () => indexArticles(contentDir, indexFile))
  const index = openIndex(indexFile)
  try {
    return await copySite(draft, { contentDir, indexFile, index, base: options.base })
  } finally {
    closeDatabase(index)
  }
}

interface CopiedSite extends Pick<ExportOptions, 'contentDir' | 'indexFile' | 'base'> {
  readonly index: IndexDatabase
}

async function copySite(draft: string, { contentDir, indexFile, index, base }: CopiedSite): Promise<ExportReport> {
  const sizes = new Map<string, number>()
  const folders = new Set<string>()
  const write = async (file: string, content: string | Uint8Array) => {
    const path = join(draft, file)
    if (!folders.has(dirname(path))) await mkdir(dirname(path), { recursive: true })
    folders.add(dirname(path))
    await writeFile(path, content)
    sizes.set(file, Buffer.byteLength(content))
  }
  const ownFiles = new Set<string>()
  for (const { name, text } of await bundleCopy()) {
    ownFiles.add(`assets/${name}`)
    await write(`assets/${name}`, text)
  }
  await step('Writing the search', async () => {
    for (const { file, text } of listSearchFiles(index)) await write(file, text)
  })
  await write(ILLUSTRATION, await readFile(join(PROJECT_ROOT, 'scripts/export/illustration.png')))
  const articleCount = countArticles(index)
  const seeds = ['/', SEARCH_URL, ...listSampleNumbers(index, articleCount).map(articleUrl)]
  const report = await step(`Copying the pages of ${formatCount(articleCount, 'article')}`, async () => {
    const site = await startSite(contentDir, indexFile)
    const progress = createProgress()
    const onProgress = (done: number, known: number) =>
      progress.show({ share: done / known, count: done, what: `${formatCount(done)} of ${formatCount(known)} pages` })
    try {
      return await copyPages({ ask: site.ask, write, seeds, connections: CONNECTIONS, ownFiles, base, onProgress })
    } finally {
      progress.clear()
      await site.stop()
    }
  })
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const { name: siteName, language } = getSite(index)
  return { ...report, siteName, language, articleCount, fileCount: sizes.size, bytes }
}

/** Puts the articles about a product, and what they need, into a content folder of their own. */
async function copyPart(work: string, { contentDir, indexFile, product = '', steps }: ExportOptions): Promise<string> {
  await step('Looking for changed articles', () => indexArticles(contentDir, indexFile))
  const index = openIndex(indexFile)
  try {
    const { numbers, paths } = listPart(index, product, steps)
    if (numbers.length === 0) {
      throw new CommandError(
        `No article is about the product "${product}". Use a name from /products, such as exchange.`,
      )
    }
    const folder = join(work, 'content')
    for (const path of paths) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      copyFileSync(join(contentDir, path), join(folder, path))
    }
    return folder
  } finally {
    closeDatabase(index)
  }
}

async function indexArticles(contentDir: string, indexFile: string): Promise<void> {
  const progress = createProgress()
  const onProgress = (done: number, total: number) =>
    progress.show({ share: done / total, count: done, what: `${formatCount(done)} of ${formatCount(total)} files` })
  const { articleCount } = await updateIndex({ contentDir, indexFile, onProgress })
  progress.clear()
  if (articleCount > 0) return
  throw new CommandError(`No valid articles in "${contentDir}". Check them with npm run content:check.`)
}
