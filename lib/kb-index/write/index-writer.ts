import type { FoundPictures, IndexedFacts } from '@/lib/kb/article-facts'
import type { ArticleHead } from '@/lib/kb/articles/article'
import type { Edition } from '@/lib/kb/articles/edition'
import type { Problem } from '@/lib/kb/articles/errors'
import type { IndexedPicture } from '@/lib/kb/articles/picture'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ProductRule } from '@/lib/kb/releases/product-rules'
import type { SearchChange } from '@/lib/kb/search/search-engine'
import type { SiteFile } from '@/lib/kb/site-file'
import type { StatedSeries } from '@/lib/kb/updates/succession'
import { closeDatabase, execute, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { firstRow, insertRow, run } from '@/lib/kb-index/file/rows'
import { removeDatabase, swapIn } from '@/lib/kb-index/file/swap-in'
import { type IndexedFile, listProblems } from '@/lib/kb-index/read/indexed-files'
import type { SearchDocument } from '@/lib/kb-index/search/documents/search-document'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { readRelations, restoreDerived } from './article-relations'
import { deriveStates } from './derive-states'
import { deriveFileLinks, insertFileLinks } from './file-links'
import { draftOf, openDraft, orNothing } from './index-draft'
import { insertEditions } from './insert-editions'
import { insertPictures, LOGO } from './insert-pictures'
import { insertProblem } from './insert-problem'
import { ProductTable } from './product-table'
import { SignatureTable } from './signature-table'
import { deleteStatements, insertStatements } from './statements'
import { deriveWanted } from './wanted-table'

/** An article with all that was read of it. */
export interface ReadArticle {
  readonly article: ArticleHead
  readonly facts: IndexedFacts
  readonly found?: FoundPictures
  /** Its former texts and the present one, oldest first; none if there is no former one. */
  readonly editions?: readonly Edition[]
  readonly document: SearchDocument
}

/** A description of the site with all that was read of it. */
export interface ReadSite {
  readonly settings: SiteFile
  readonly productRules: readonly (ProductRule & { readonly fileLine: number })[]
  readonly logo?: IndexedPicture
  readonly problems: readonly Problem[]
}

const SITE_FILE = 'site.yaml'

/**
 * Writes an index: a new one, or a copy of the present one with changes. `finish` swaps it in, while readers read on in the old
 * one; after `abandon` nothing is left of it.
 */
export class IndexWriter {
  readonly #database: IndexDatabase
  readonly #file: string
  readonly #isNew: boolean
  readonly #products: ProductTable
  readonly #search: SearchChange<SearchDocument>
  readonly #signatures: SignatureTable
  #hasChanged: boolean
  #haveRelationsChanged: boolean

  private constructor(file: string, { isNew, spare }: { isNew: boolean; spare?: string }) {
    this.#file = file
    this.#isNew = isNew
    const database = openDraft(file, { isNew, spare })
    this.#database = database
    this.#products = new ProductTable(database)
    this.#search = sqliteEngine.change(database)
    this.#signatures = new SignatureTable(database)
    this.#hasChanged = isNew
    this.#haveRelationsChanged = isNew
  }

  /** Begins a new index that will replace `file`. The caller must hold the lock of `file`: see index-lock.ts. */
  static build(file: string): IndexWriter {
    return orNothing(file, () => new IndexWriter(file, { isNew: true }))
  }

  /**
   * Begins a change of the index in `file`, which must be current; the caller must hold its lock. `spare` is a copy of it that
   * may be used up.
   */
  static update(file: string, spare?: string): IndexWriter {
    return orNothing(file, () => new IndexWriter(file, { isNew: false, spare }))
  }

  /** Enters an article in place of what its file had before. Of two files with the same number the first path is served. */
  putArticle(file: IndexedFile, read: ReadArticle): void {
    const before = this.#isNew ? undefined : readRelations(this.#database, file.path)
    this.#removeFile(file.path)
    this.#insert(file, read)
    const after = before && readRelations(this.#database, file.path)
    // Where only words differ, nothing that is derived from all articles does.
    if (before !== undefined && before.text === after?.text) restoreDerived(this.#database, file.path, before.derived)
    else this.#haveRelationsChanged = true
  }

  #insert(file: IndexedFile, { article, facts, found, editions = [], document }: ReadArticle): void {
    const { number } = article.frontMatter
    this.#putFile(file, number, article.fieldLines.number)
    const holder = firstRow<{ path: string }>(this.#database, 'SELECT path FROM article WHERE number = ?', [number])
    if (holder && holder.path < file.path) {
      this.#search.leaveOut(document)
      return
    }
    if (holder) this.#removeArticle(number)
    this.#insertArticle(article, facts)
    this.#search.put(number, document)
    this.#insertRelations(article, facts)
    insertFileLinks(this.#database, article, facts.fileLinks ?? [])
    insertPictures(this.#database, number, found?.pictures ?? [])
    insertEditions(this.#database, number, editions)
    for (const problem of found?.problems ?? []) insertProblem(this.#database, problem, 'file')
    insertStatements(this.#database, article, facts.statements)
    this.#signatures.link(number, facts.signatures)
  }

  /** Puts the update series that a file describes in place of those that it described before. */
  putSeries(file: IndexedFile, series: readonly Omit<StatedSeries, 'path'>[]): void {
    this.removeFile(file.path)
    this.#putFile(file, undefined, undefined)
    for (const { release, ...rest } of series) {
      insertRow(this.#database, 'series', {
        ...rest,
        path: file.path,
        releaseName: release.name,
        releaseArticle: release.article,
        releaseDate: release.released,
        releaseBuild: release.build,
      })
    }
  }

  /** Puts what `site.yaml` says in place of what it said before. */
  putSite(file: IndexedFile, { settings, productRules, logo, problems }: ReadSite): void {
    this.removeFile(file.path)
    this.#putFile(file, undefined, undefined)
    this.#products.putRules(file.path, productRules)
    insertRow(this.#database, 'site', { settings: JSON.stringify(settings) })
    if (logo) insertPictures(this.#database, LOGO, [logo])
    for (const problem of problems) insertProblem(this.#database, problem, 'file')
  }

  /**
   * Remembers a file that cannot be served, and why. The article that it had before stays if its text is kept and no other file
   * has its number; update series and rules for products stay.
   */
  putBrokenFile(
    file: IndexedFile,
    problems: readonly Problem[],
    isKept: (contentHash: string) => boolean = () => false,
  ): void {
    const before = firstRow<{ number: KbNumber; contentHash: string; others: number }>(
      this.#database,
      `SELECT number, contentHash, (SELECT count(*) FROM file WHERE file.number = article.number AND file.path <> article.path) AS others
       FROM article WHERE path = ?`,
      [file.path],
    )
    const stays = before !== undefined && before.others === 0 && isKept(before.contentHash)
    if (before && !stays) this.removeFile(file.path)
    else this.#removeFileRows(file.path)
    this.#putFile(file, stays ? before.number : problems[0]?.number, undefined)
    for (const problem of problems) insertProblem(this.#database, problem, 'file')
  }

  /** Remembers the new time of a file with the same text. */
  touchFile({ path, size, mtimeMs }: IndexedFile): void {
    run(this.#database, 'UPDATE file SET size = ?, mtimeMs = ? WHERE path = ?', [size, mtimeMs, path])
  }

  /** Removes a file and its article. */
  removeFile(path: string): void {
    this.#haveRelationsChanged = true
    this.#removeFile(path)
  }

  #removeFile(path: string): void {
    // Each path comes once, so that a new index has nothing of it.
    if (this.#isNew) return
    this.#hasChanged = true
    const article = firstRow<{ number: KbNumber }>(this.#database, 'SELECT number FROM article WHERE path = ?', [path])
    if (article) this.#removeArticle(article.number)
    run(this.#database, 'DELETE FROM series WHERE path = ?', [path])
    this.#products.removeRules(path)
    if (path === SITE_FILE) {
      run(this.#database, 'DELETE FROM site')
      run(this.#database, 'DELETE FROM picture WHERE number = ?', [LOGO])
    }
    this.#removeFileRows(path)
  }

  #removeFileRows(path: string): void {
    run(this.#database, 'DELETE FROM file WHERE path = ?', [path])
    run(this.#database, 'DELETE FROM problem WHERE path = ?', [path])
  }

  /** Derives states and counts, makes everything visible, and gives all problems in path order. */
  async finish(): Promise<readonly Problem[]> {
    if (this.#hasChanged) await this.#derive()
    const problems = listProblems(this.#database)
    execute(this.#database, 'COMMIT')
    if (this.#isNew) execute(this.#database, 'ANALYZE')
    closeDatabase(this.#database)
    swapIn(draftOf(this.#file), this.#file)
    return problems
  }

  /** Leaves the index as it was. */
  abandon(): void {
    closeDatabase(this.#database)
    removeDatabase(draftOf(this.#file))
  }

  async #derive(): Promise<void> {
    if (this.#haveRelationsChanged) {
      deriveStates(this.#database)
      deriveFileLinks(this.#database)
      this.#products.derive()
      deriveWanted(this.#database)
    }
    this.#signatures.derive()
    await this.#search.write()
  }

  #putFile(file: IndexedFile, number: KbNumber | undefined, numberLine: number | undefined): void {
    const { path, size, mtimeMs } = file
    insertRow(this.#database, 'file', { path, size, mtimeMs, number, numberLine })
  }

  #insertArticle({ frontMatter, path, contentHash }: ArticleHead, { description }: IndexedFacts): void {
    const {
      number,
      title,
      shortTitle,
      kind,
      provenance,
      products = [],
      released,
      reviewed,
      build,
      line,
      withdrawn,
    } = frontMatter
    insertRow(this.#database, 'article', {
      number,
      path,
      contentHash,
      title,
      shortTitle,
      kind,
      provenance,
      products: JSON.stringify(products),
      released,
      reviewed,
      build,
      line,
      description,
      withdrawn,
    })
    this.#products.link(frontMatter)
  }

  #insertRelations({ frontMatter, bodyLine }: ArticleHead, facts: IndexedFacts): void {
    const { number } = frontMatter
    for (const [position, note] of facts.updateNotes.entries())
      insertRow(this.#database, 'updateNote', { number, position, ...note })
    for (const [position, release] of facts.tabledReleases.entries())
      insertRow(this.#database, 'tabledRelease', { source: number, position, ...release })
    for (const alias of new Set(frontMatter.aliases)) insertRow(this.#database, 'alias', { alias, number })
    for (const { target, line, citedTitle, context, isExplicit } of facts.links) {
      const fileLine = bodyLine + line - 1
      insertRow(this.#database, 'link', { source: number, target, fileLine, citedTitle, context, isExplicit })
    }
  }

  #removeArticle(number: KbNumber): void {
    this.#products.unlink(number)
    this.#signatures.unlink(number)
    this.#search.delete(number)
    deleteStatements(this.#database, number)
    for (const sql of [
      'DELETE FROM article WHERE number = ?',
      'DELETE FROM alias WHERE number = ?',
      'DELETE FROM link WHERE source = ?',
      'DELETE FROM updateNote WHERE number = ?',
      'DELETE FROM tabledRelease WHERE source = ?',
      'DELETE FROM picture WHERE number = ?',
      'DELETE FROM edition WHERE number = ?',
      'DELETE FROM fileLink WHERE source = ?',
    ]) {
      run(this.#database, sql, [number])
    }
  }
}
