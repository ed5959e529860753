import 'server-only'
import { LRUCache } from 'lru-cache'
import { cache } from 'react'
import type { PasteVerdict } from '@/lib/check/verdict'
import { readArticle } from '@/lib/content/read-article'
import { getPlaces } from '@/lib/env'
import type {
  Article,
  ArticlePage,
  ArticleSummary,
  ProductSummary,
  Supersedence,
  UpdateLine,
} from '@/lib/kb/articles/article'
import type { ArticlePreview } from '@/lib/kb/articles/article-preview'
import type { WantedArticle, WantedList, WantedRecord } from '@/lib/kb/articles/wanted'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SearchEngine } from '@/lib/kb/search/search-engine'
import type { SearchQuery, SearchResults, Suggestion } from '@/lib/kb/search/search-query'
import { parseSignatureSegment } from '@/lib/kb/signatures/parse-signature'
import type { SignatureKind } from '@/lib/kb/signatures/signature-kind'
import type { SignatureList, SignaturePage } from '@/lib/kb/signatures/signature-page'
import type { ReleaseSummary, SupersedenceLedger } from '@/lib/kb/updates/ledger'
import type { LineDetails } from '@/lib/kb/updates/line-steps'
import type { UpdateComparison } from '@/lib/kb/updates/update-comparison'
import { countArticles, getIndexVersion } from '@/lib/kb-index/file/collection'
import { type IndexDatabase, sharedIndex } from '@/lib/kb-index/file/open'
import { compareUpdates as compare } from '@/lib/kb-index/read/compare-updates'
import { listFixedIn, listFixedInReleases } from '@/lib/kb-index/read/fixed-in'
import { getLedger as getLedgerOf } from '@/lib/kb-index/read/ledger'
import { getLineDetails as getSteps } from '@/lib/kb-index/read/line-details'
import {
  getProduct as getProductListing,
  hasProduct,
  listProducts as listAllProducts,
  listProductsOf,
  type ProductListing,
} from '@/lib/kb-index/read/products'
import {
  type ArticleLocation,
  getAliased,
  getLinkTarget,
  getLocation,
  getSupersedence,
  hasUpdateLine,
  listBacklinks,
  listUpdateLines as listLines,
} from '@/lib/kb-index/read/relations'
import {
  getRelease as getReleaseListing,
  hasRelease,
  listReleases as listNamedReleases,
  type ReleaseListing,
} from '@/lib/kb-index/read/releases'
import {
  getSignature as getSignatureListing,
  hasSignature,
  listSignatureKinds as listKinds,
  listSignatures as listOfKind,
} from '@/lib/kb-index/read/signatures'
import { getReference, getSummary, listRecentlyReviewed as listReviewed } from '@/lib/kb-index/read/summaries'
import { listWanted as listMissing, listWantedRecords as listMissingRecords } from '@/lib/kb-index/read/wanted'
import { getWanted } from '@/lib/kb-index/read/wanted-article'
import { createSqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { type RenderedArticle, renderArticle } from '@/lib/markdown/render-article'
import { judgePaste } from './verdict/judge-paste'
import { searchCollection } from './verdict/search-collection'

/** How many citing articles a page lists. */
export const MAX_BACKLINKS = 50
/** A preview is read at a glance. */
const MAX_PREVIEW_PRODUCTS = 3

/** Parsed files, by content hash. The bound counts characters of source; a tree takes some thirty times as much memory. */
const parsedArticles = new LRUCache<string, { article: Article; rendered: RenderedArticle }>({
  maxSize: 4_000_000,
  sizeCalculation: ({ article }) => article.body.length + 500,
})

/** Gives the size of the collection, and a text that changes whenever the index does. */
export async function getCollection(): Promise<{ articleCount: number; indexVersion: string }> {
  const index = openIndex()
  return { articleCount: countArticles(index), indexVersion: getIndexVersion(index) }
}

/** Tells whether an address of the form /room/name names something that the collection has. */
export async function isKnownAddress(room: string, name: string): Promise<boolean> {
  if (room === 'signatures') {
    const signature = parseSignatureSegment(name)
    return signature !== undefined && hasSignature(openIndex(), signature)
  }
  if (room === 'products') return hasProduct(openIndex(), name)
  if (room === 'releases') return hasRelease(openIndex(), name)
  return room === 'updates' && (name === 'compare' || hasUpdateLine(openIndex(), name))
}

/** Throws when there is no index to answer from. */
export async function requireIndex(): Promise<void> {
  openIndex()
}

/** Gives the number under which an article is served: its own, or that of the article which has it as an alias. */
export async function getCanonicalNumber(number: KbNumber): Promise<KbNumber | undefined> {
  const index = openIndex()
  return getLocation(index, number) ? number : getAliased(index, number)
}

/** Gives everything that the page of an article shows, or `undefined`. Pages and metadata of one request share it. */
export const getArticle = cache(async (number: KbNumber): Promise<ArticlePage | undefined> => {
  const index = openIndex()
  const summary = getSummary(index, number)
  const location = getLocation(index, number)
  if (!summary || !location) return undefined
  const { article, rendered } = await readAndRender(index, number, location)
  const { backlinks, count } = listBacklinks(index, number, MAX_BACKLINKS)
  return {
    summary,
    frontMatter: article.frontMatter,
    products: listProductsOf(index, number),
    ...rendered,
    description: location.description,
    supersedence: describeSupersedence(index, article),
    fixedIn: listFixedIn(index, number),
    fixedInReleases: listFixedInReleases(index, number),
    backlinks,
    backlinkCount: count,
  }
})

/** Gives what is known of a number that the collection lacks; without any citation only the number itself. */
export async function getWantedArticle(number: KbNumber): Promise<WantedArticle> {
  return getWanted(openIndex(), number)
}

/** Gives a page of what the collection lacks, the most cited first. */
export async function listWanted(choice: { product?: string; page: number }): Promise<WantedList> {
  return listMissing(openIndex(), choice)
}

/** Lists what the collection lacks with all that cites it, the most cited first. */
export async function listWantedRecords(product?: string): Promise<readonly WantedRecord[]> {
  return listMissingRecords(openIndex(), product)
}

/** Gives what a link to this number shows before it is followed; the collection may lack the number. */
export async function getPreview(named: KbNumber): Promise<ArticlePreview> {
  const index = openIndex()
  const number = (await getCanonicalNumber(named)) ?? named
  const summary = getSummary(index, number)
  if (!summary) {
    return { number, state: 'missing', title: getReference(index, number).title, products: [], productCount: 0 }
  }
  const { state, title, currentArticle, products } = summary
  return {
    number,
    state,
    title,
    currentArticle,
    fixedIn: listFixedIn(index, number)[0]?.number,
    products: products.slice(0, MAX_PREVIEW_PRODUCTS),
    productCount: products.length,
    description: getLocation(index, number)?.description || undefined,
  }
}

/** Lists the articles with the newest reviews, newest first. */
export async function listRecentlyReviewed(limit: number): Promise<readonly ArticleSummary[]> {
  return listReviewed(openIndex(), limit)
}

/** Lists groups of products, and the products outside any group, those with most articles first. */
export async function listProducts(): Promise<{
  groups: readonly ProductSummary[]
  products: readonly ProductSummary[]
}> {
  return listAllProducts(openIndex())
}

/** Gives a page of a product's articles, or `undefined`. */
export async function getProduct(slug: string, page: number): Promise<ProductListing | undefined> {
  return getProductListing(openIndex(), slug, page)
}

/** Gives everything that is stated of an article's replacement and fixes, and the chain to its current one, or `undefined`. */
export async function getLedger(number: KbNumber): Promise<SupersedenceLedger | undefined> {
  return getLedgerOf(openIndex(), number)
}

/** Lists the releases that articles name as those with a fix, products together. */
export async function listReleases(): Promise<readonly ReleaseSummary[]> {
  return listNamedReleases(openIndex())
}

/** Gives a page of the articles that a release fixes, or `undefined`. */
export async function getRelease(slug: string, page: number): Promise<ReleaseListing | undefined> {
  return getReleaseListing(openIndex(), slug, page)
}

/** Lists all lines of updates, in the order of their names. */
export async function listUpdateLines(): Promise<readonly UpdateLine[]> {
  return listLines(openIndex())
}

/** Gives a line of updates step by step, oldest first, or `undefined`. */
export async function getLineDetails(slug: string): Promise<LineDetails | undefined> {
  return getSteps(openIndex(), slug)
}

/** Compares two updates, named in any spelling. Whatever is asked, the outcome says what can be answered. */
export async function compareUpdates(texts: { from: string; to: string }): Promise<UpdateComparison> {
  return compare(openIndex(), texts)
}

/** Judges a pasted text: what is out of date, what builds mean, which articles match. Any text is legal; none is kept. */
export async function checkPaste(text: string): Promise<PasteVerdict> {
  return judgePaste(openIndex(), text)
}

/** Searches numbers, titles and text. Any query is legal; a fault is thrown and never looks like "no results". */
export async function searchArticles(query: SearchQuery): Promise<SearchResults> {
  return searchCollection(openEngine(), openIndex(), query)
}

/** Lists the kinds of signatures that the collection has, each with those that most articles mention. */
export async function listSignatureKinds(): Promise<readonly SignatureList[]> {
  return listKinds(openIndex())
}

/** Gives a page of the signatures of one kind, those that most articles mention first. */
export async function listSignatures(kind: SignatureKind, page: number): Promise<SignatureList> {
  return listOfKind(openIndex(), kind, page)
}

/** Gives the signature that the last part of an address names, with a page of its articles, or `undefined`. */
export const getSignature = cache(async (segment: string, page: number): Promise<SignaturePage | undefined> => {
  const signature = parseSignatureSegment(segment)
  return signature && getSignatureListing(openIndex(), signature, page)
})

/** Lists at most eight articles that fit what was typed so far. */
export async function suggestArticles(text: string): Promise<readonly Suggestion[]> {
  return openEngine().suggest(text.slice(0, 100))
}

/** The one place that says which engine answers. */
function openEngine(): SearchEngine {
  return createSqliteEngine(getPlaces().indexFile)
}

function openIndex(): IndexDatabase {
  return sharedIndex(getPlaces().indexFile)
}

/** Links carry the state of their targets, so that a tree is good for one version of file and index only. */
async function readAndRender(index: IndexDatabase, number: KbNumber, { path, contentHash }: ArticleLocation) {
  const key = `${getIndexVersion(index)} ${number} ${contentHash}`
  const known = parsedArticles.get(key)
  if (known) return known
  const article = await readArticle(getPlaces().contentDir, path)
  const rendered = renderArticle(article.body, { self: number, resolve: (target) => getLinkTarget(index, target) })
  parsedArticles.set(key, { article, rendered })
  return { article, rendered }
}

function describeSupersedence(index: IndexDatabase, { frontMatter }: Article): Supersedence {
  const known = getSupersedence(index, frontMatter.number)
  if (!known) throw new Error(`KB${frontMatter.number} left the index while it was read.`)
  return {
    ...known,
    obtain: frontMatter.obtain === undefined ? undefined : getReference(index, frontMatter.obtain),
    withdrawn: frontMatter.withdrawn,
  }
}
