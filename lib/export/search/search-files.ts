import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { FilterName } from '@/lib/kb/search/search-filters'

// The files from which a copy of the site is searched. A page that is opened as a file may read others only as scripts, so each
// file is a call of one function with its name and its data.

/** The folder of the files, below that of the copy. */
export const SEARCH_FOLDER = 'search'
/** The function that the files call. */
export const RECEIVER = 'kbSearchFile'
export const COLLECTION_NAME = 'collection'
/** A page of results shows twenty articles from all over the collection. */
export const TEXTS_PER_FILE = 4

/** What every search needs. Lists by ordinal have a place for each ordinal. */
export interface CollectionData {
  /** 0 where an ordinal is not used. */
  readonly numbers: readonly number[]
  readonly citations: readonly number[]
  /** The place of the first word of each article in the sequence of all words, and the ordinals of these articles. */
  readonly firstWords: readonly number[]
  readonly wordOrdinals: readonly number[]
  /** All ordinals, the last reviewed first. */
  readonly newest: readonly number[]
  /** Other numbers of articles. */
  readonly aliases: readonly (readonly [alias: number, number: number])[]
  /** Numbers that articles cite and the collection lacks. */
  readonly missing: readonly number[]
  readonly facets: Readonly<Record<FilterName, ColumnData>>
  /** Names of the products that are offered, by slug. */
  readonly productNames: readonly (readonly [slug: string, name: string])[]
  /** The articles of everything that a product filter may name. */
  readonly products: readonly (readonly [slug: string, ordinals: readonly number[]])[]
  /** How many files the terms and the words are spread over. */
  readonly termFiles: number
  readonly wordFiles: number
}

/** A filter's values of articles, as places in the list of all values; -1 for none. */
export interface ColumnData {
  readonly values: readonly string[]
  readonly ordinals: readonly number[]
  readonly places: readonly number[]
}

/** The posting list of each term in base64, behind its number of articles. */
export type TermsData = Readonly<Record<string, readonly [count: number, postings: string]>>

/** The pieces of the list of positions of each word in base64, each behind its first position. */
export type WordsData = Readonly<Record<string, readonly (readonly [first: number, positions: string])[]>>

/** An article as a search shows it. */
export interface SearchedArticle {
  readonly article: ArticleSummary
  readonly fixedIn?: KbNumber
  /** Its first sentences. */
  readonly description: string
  readonly text: string
}

/** The articles of a file by ordinal, beginning at a multiple of `TEXTS_PER_FILE`. */
export type TextsData = readonly (SearchedArticle | null)[]

export function nameOfTexts(ordinal: number): string {
  return `texts-${Math.floor(ordinal / TEXTS_PER_FILE)}`
}

/** Gives the file that has a term or a word. */
export function nameOfText(kind: 'terms' | 'words', text: string, fileCount: number): string {
  return `${kind}-${hashOf(text) % fileCount}`
}

/** Gives the text of a file. */
export function formatSearchFile(name: string, data: unknown): string {
  return `${RECEIVER}(${JSON.stringify(name)},${JSON.stringify(data)})\n`
}

/** A number that spreads texts evenly, the same everywhere (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
