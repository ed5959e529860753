import 'server-only'
import type { Root } from 'hast'
import { cache } from 'react'
import type { ResolvedLinks } from '@/lib/check/links/resolved-links'
import type { PasteVerdict } from '@/lib/check/verdict'
import { findIndexedText } from '@/lib/content/indexed-text'
import { hasContent } from '@/lib/content/list-article-files'
import { parseArticle } from '@/lib/content/read-article'
import { readUnchanged } from '@/lib/content/read-unchanged'
import { getClusterSettings, getPlaces } from '@/lib/env'
import { checkArticle } from '@/lib/faults/check-collection'
import type { Fault } from '@/lib/faults/fault'
import { articleToMarkdown } from '@/lib/http/article-markdown'
import type { ArticleMatches, ArticlePage, Supersedence } from '@/lib/kb/article-page'
import type { Article } from '@/lib/kb/articles/article'
import type { ArticlePreview } from '@/lib/kb/articles/article-preview'
import type { CollectionHealth } from '@/lib/kb/articles/collection-health'
import { ChangedArticleError } from '@/lib/kb/articles/errors'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { OtherText } from '@/lib/kb/other-text'
import type { SearchQuery, SearchResults, Suggestions } from '@/lib/kb/search/search-query'
import type { SignaturePage } from '@/lib/kb/signature-page'
import { parseSignatureSegment } from '@/lib/kb/signatures/parse-signature'
import { attributionOf, DEFAULT_SITE, type Site } from '@/lib/kb/site'
import { countArticles, getIndexVersion, listSampleNumbers } from '@/lib/kb-index/file/collection'
import { type IndexDatabase, inOneRead } from '@/lib/kb-index/file/driver'
import { getIndexLabel, getIndexTime, sharedIndex } from '@/lib/kb-index/file/open'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { listEditions } from '@/lib/kb-index/read/editions/list-editions'
import { listOtherFiles } from '@/lib/kb-index/read/editions/other-files'
import { listFixedIn, listFixedInReleases } from '@/lib/kb-index/read/fixed-in'
import { countProblems } from '@/lib/kb-index/read/indexed-files'
import { getMainFamily, listProductsOf } from '@/lib/kb-index/read/products'
import { planMarks } from '@/lib/kb-index/read/query-marks'
import {
  type ArticleLocation,
  getCanonicalNumber,
  getLinkTarget,
  getLocation,
  getSupersedence,
  linkTargetsOf,
  listBacklinks,
  textTargetsOf,
} from '@/lib/kb-index/read/relations'
import { suggestArticles } from '@/lib/kb-index/read/search/suggestions'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { getSignaturePage } from '@/lib/kb-index/read/signatures'
import { getSite, ofItsSite } from '@/lib/kb-index/read/site/get-site'
import { getReference, getSummary } from '@/lib/kb-index/read/summaries'
import { listParts } from '@/lib/kb-index/read/title-parts'
import { engineOf } from '@/lib/kb-index/search/cluster/engine-of'
import { markMatches } from '@/lib/markdown/mark-matches'
import { renderArticle } from '@/lib/markdown/render-article'
import { resultUrl } from '@/lib/urls'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { resolveLinks } from '@/lib/verdict/resolve-links'

/** The Markdown of `site.yaml`. */
export interface SiteTexts {
  readonly home?: Root
  readonly footer: readonly Root[]
}

const MAX_BACKLINKS = 50
const MAX_PREVIEW_PRODUCTS = 3
const MAX_SUGGEST_LENGTH = 100
/** One of them may be in an editor at this moment. */
const SAMPLE_ARTICLES = 5

const openIndex = cache((): IndexDatabase => ofItsSite(sharedIndex(getPlaces().indexFile)))
/** The index of what is read at once. */
let readIndex: IndexDatabase | undefined

/** The open index of this process, the same for all of a page. Throws when there is none. Every query takes it. */
export function index(): IndexDatabase {
  return readIndex ?? openIndex()
}

/** Gives what a page says about the index that it was made from, for the server that keeps it. */
export function getPageLabel(): string | undefined {
  return getIndexLabel(index())
}

/** Gives what `site.yaml` says of the site; the default without an index, so that a fault page has a header. */
export function site(): Site {
  try {
    return getSite(index())
  } catch {
    // What the page asks of the index says what is wrong with it.
    return DEFAULT_SITE
  }
}

/** Gives the texts that the owner of the site wrote in Markdown, as trees. */
export const getSiteTexts = perVersion((database): SiteTexts => {
  const { home, footer = [] } = getSite(database)
  const render = (text: string) => renderArticle(text, { resolve: (target) => getLinkTarget(database, target) }).tree
  return { home: home?.text === undefined ? undefined : render(home.text), footer: footer.map(render) }
})

/** Opens the index and one article. Throws if none can be shown. */
export async function checkCollection(): Promise<CollectionHealth> {
  const database = index()
  requireReadableArticle(database)
  const searchFault = await engineOf(getClusterSettings()).findFault()
  return {
    articleCount: countArticles(database),
    indexVersion: getIndexLabel(database)?.split('.')[0] ?? getIndexVersion(database),
    problemCount: countProblems(database),
    content: hasContent(getPlaces().contentDir) ? 'present' : 'missing',
    ...(getClusterSettings() && { search: searchFault === undefined ? 'present' : 'away', searchFault }),
  }
}

/** Gives everything that the page of an article shows, or `undefined`. */
export function getArticle(number: KbNumber): ArticlePage | undefined {
  const database = index()
  const location = getLocation(database, number)
  if (!location) return undefined
  const text = readIndexedText(location)
  return inOneRead(database, () => describeArticle(database, number, { location, text }))
}

function describeArticle(
  database: IndexDatabase,
  number: KbNumber,
  { location, text }: { readonly location: ArticleLocation; readonly text: string },
): ArticlePage | undefined {
  const summary = getSummary(database, number)
  if (!summary) return undefined
  const article = parseArticle(text, location.path, getSite(database).frontMatter)
  const rendered = renderArticle(article.body, linkTargetsOf(database, number, location.path))
  const { backlinks, count } = listBacklinks(database, number, MAX_BACKLINKS)
  return {
    path: location.path,
    summary,
    frontMatter: article.frontMatter,
    attribution: attributionOf(getSite(database), article.frontMatter.source),
    editions: listEditions(database, number),
    otherFiles: listOtherFiles(database, number).map(({ path }) => path),
    language: getSite(database).language,
    products: listProductsOf(database, number),
    family: getMainFamily(database, number),
    ...rendered,
    description: location.description,
    supersedence: describeSupersedence(database, article),
    fixedIn: listFixedIn(database, number),
    fixedInReleases: listFixedInReleases(database, number),
    backlinks,
    backlinkCount: count,
    parts: listParts(database, number),
  }
}

/** Gives another text of an article's number, that of a file which is not served, if it still is as indexed. Its pictures are not. */
export const getOtherText = cache(async (number: KbNumber, place: number): Promise<OtherText | undefined> => {
  const database = index()
  const [served, file] = [getSummary(database, number), listOtherFiles(database, number)[place - 1]]
  const article = file && (await readUnchanged(getPlaces().contentDir, file, getSite(database).frontMatter))
  if (!served || !article) return undefined
  const { tree } = renderArticle(article.body, textTargetsOf(database, number, article.path))
  return { ...article, served, attribution: attributionOf(getSite(database), article.frontMatter.source), tree }
})

/** Runs what asks the index again and again, without waiting for anything, as one read. */
export function readAtOnce<Result>(read: () => Result): Result {
  const outer = readIndex
  const database = index()
  readIndex = database
  try {
    return inOneRead(database, read)
  } finally {
    readIndex = outer
  }
}

/** Lists what is wrong with the file of an article, for its author. */
export function listFaultsOf(number: KbNumber): Fault[] {
  return checkArticle(getPlaces().contentDir, index(), number)
}

/** Marks the words of a search in the text of an article, as the search found them. */
export function markArticle(
  article: ArticlePage,
  query: SearchQuery,
): { article: ArticlePage; matches: ArticleMatches } {
  const { tree, ...matches } = markMatches(article.tree, planMarks(index(), query))
  return { article: { ...article, tree }, matches: { ...matches, backUrl: resultUrl(article.summary.number, query) } }
}

/** Gives the Markdown of an article, with what replaces it before its body, or `undefined`. */
export function getArticleMarkdown(number: KbNumber): string | undefined {
  const [location, supersedence] = [getLocation(index(), number), getSupersedence(index(), number)]
  if (!location || !supersedence) return undefined
  return articleToMarkdown(readIndexedText(location), supersedence)
}

/** Gives the time since which no answer has changed. */
export function getModified(): Date {
  return new Date(getIndexTime(getPlaces().indexFile))
}

/**
 * Tells whether the text of an article that was indexed can be shown. Until the next update of the index its file may have been
 * changed, moved, or replaced by a link; then it is the text that was kept, if there is one.
 */
export function isAsIndexed(number: KbNumber): boolean {
  const location = getLocation(index(), number)
  return location !== undefined && findIndexedText(getPlaces(), location) !== undefined
}

/** Its title, state and links are those of the index, and only the text that was indexed has been proven to render in time. */
function readIndexedText(location: ArticleLocation): string {
  const text = findIndexedText(getPlaces(), location)
  if (text === undefined) throw new ChangedArticleError(location.path)
  return text
}

/** Opens articles in different parts of the collection. Throws if none of them can be shown, such as when their folder is gone. */
function requireReadableArticle(database: IndexDatabase): void {
  const numbers = listSampleNumbers(database, SAMPLE_ARTICLES)
  for (const number of numbers) if (isAsIndexed(number)) return
  if (numbers.length === 0) return
  throw new Error(
    `None of ${numbers.length} articles has the text that was indexed. Check the content folder, and run "npm run index:build".`,
  )
}

/** Gives what a link to this number shows before it is followed; the collection may lack the number. */
export function getPreview(named: KbNumber): ArticlePreview {
  const database = index()
  const number = getCanonicalNumber(database, named) ?? named
  const summary = getSummary(database, number)
  if (!summary) {
    return { number, state: 'missing', title: getReference(database, number).title, products: [], productCount: 0 }
  }
  const { state, kind, provenance, seriesName, title, currentArticle, products } = summary
  return {
    number,
    state,
    kind,
    provenance,
    seriesName,
    title,
    currentArticle,
    fixedIn: listFixedIn(database, number)[0]?.number,
    products: products.slice(0, MAX_PREVIEW_PRODUCTS),
    productCount: products.length,
    description: getLocation(database, number)?.description || undefined,
  }
}

/** Gives the signature that the last part of a URL names, with a page of its articles, or `undefined`. */
export const getSignature = cache((segment: string, page: number): SignaturePage | undefined => {
  const signature = parseSignatureSegment(segment)
  return signature && getSignaturePage(index(), signature, page)
})

/** Tells whether words are found by a cluster, which may be away, or change at another moment than the index. */
export function isSearchElsewhere(): boolean {
  return getClusterSettings() !== undefined
}

/** Searches numbers, titles and text. Any query is legal; a fault is thrown and never looks like "no results". */
export function searchCollection(query: SearchQuery): Promise<SearchResults> {
  return searchArticles(index(), query, engineOf(getClusterSettings()).engine)
}

/** Suggests at most `MAX_SUGGESTIONS` signatures, products and articles that fit what was typed so far. */
export function listSuggestions(text: string): Promise<Suggestions> {
  return suggestArticles(index(), text.slice(0, MAX_SUGGEST_LENGTH), engineOf(getClusterSettings()).engine)
}

/** Judges a pasted text: what is out of date, what builds mean, which articles match. Any text is legal; none is kept. */
export function checkPaste(text: string): Promise<PasteVerdict> {
  return judgePaste(index(), text, engineOf(getClusterSettings()).engine)
}

/** Answers each link to an article in a pasted text. Any text is legal; none is kept. */
export async function resolvePaste(text: string, origin?: string): Promise<ResolvedLinks> {
  return resolveLinks(index(), text, origin)
}

function describeSupersedence(database: IndexDatabase, { frontMatter }: Article): Supersedence {
  const known = getSupersedence(database, frontMatter.number)
  if (!known) throw new Error(`KB${frontMatter.number} left the index while it was read.`)
  return {
    ...known,
    obtain: frontMatter.obtain === undefined ? undefined : getReference(database, frontMatter.obtain),
    withdrawn: frontMatter.withdrawn,
  }
}
