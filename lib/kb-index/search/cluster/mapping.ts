import { SCHEMA_VERSION } from '@/lib/kb-index/file/open'
import type { ClusterSettings } from './cluster'

/** Counts the forms of documents. Whoever changes a field or what it holds adds one. */
const DOCUMENT_VERSION = 1

/**
 * Gives the alias of the index that this code reads. It names the version, so that servers of two versions can run side by side
 * during an update, each with its own index.
 */
export function aliasOf({ alias }: ClusterSettings): string {
  return `${alias}-v${SCHEMA_VERSION}-${DOCUMENT_VERSION}`
}

/** The exact words of title and text lie this far from each other, so that no phrase is found across. */
const FIELD_GAP = 100
/** A reader may ask for page 9999 of all articles. */
export const MAX_RESULT = 200_000

/** How many shards and copies an index has. */
export interface Layout {
  readonly shards: number
  readonly replicas: number
}

/**
 * Gives the settings and the mapping of an index. Words are split, stemmed and weighed here, as for the index file, and the
 * cluster gets them as they are: its analyzer only splits at blanks.
 */
export function indexDefinition({ shards }: Layout) {
  const words = { type: 'text', analyzer: 'words', norms: false, position_increment_gap: FIELD_GAP }
  return {
    settings: {
      // While it is filled, an index has no copies and no searchers, and nothing of it needs to survive.
      index: {
        number_of_shards: shards,
        number_of_replicas: 0,
        refresh_interval: '-1',
        translog: { durability: 'async' },
        max_result_window: MAX_RESULT,
      },
      analysis: { analyzer: { words: { type: 'custom', tokenizer: 'whitespace' } } },
    },
    mappings: {
      dynamic: 'strict',
      _source: { excludes: ['terms', 'titleTerms', 'words', 'titleWords', 'titleStart'] },
      properties: {
        number: { type: 'integer' },
        hash: { type: 'keyword' },
        title: { type: 'text', index: false },
        text: { type: 'text', index: false },
        // By term: how much it counts in the article.
        terms: { type: 'rank_features' },
        titleTerms: { type: 'keyword', doc_values: false },
        words,
        titleWords: words,
        titleStart: { type: 'keyword', doc_values: false },
        titleLength: { type: 'integer' },
        kind: { type: 'keyword' },
        state: { type: 'keyword' },
        provenance: { type: 'keyword' },
        year: { type: 'keyword' },
        date: { type: 'keyword' },
        product: { type: 'keyword' },
        family: { type: 'keyword' },
        signature: { type: 'keyword', doc_values: false },
        citationFactor: { type: 'float' },
      },
    },
  }
}

/** Gives the field of a term. A dot would mean a field inside of another; terms never have this other dot. */
export function fieldOfTerm(term: string): string {
  return `terms.${nameOfTerm(term)}`
}

export function nameOfTerm(term: string): string {
  return term.replaceAll('.', '\u2024')
}
