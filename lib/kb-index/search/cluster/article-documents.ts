import { createHash } from 'node:crypto'
import type { ArticleState } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { stateToFilter } from '@/lib/kb/search/search-filters'
import { listExactWords, listWrittenWords } from '@/lib/kb/search/terms'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { MAX_IMPACT, TITLE_FLAG } from '@/lib/kb-index/search/posting-list'
import type { SearchIndex } from '@/lib/kb-index/search/search-index'
import { readTexts } from '@/lib/kb-index/search/texts'
import { type ArticleTerms, readTerms } from './article-terms'
import { nameOfTerm } from './mapping'

/** What the cluster keeps of an article beside its words. */
export interface DocumentHead {
  readonly number: KbNumber
  readonly ordinal: number
  /** Tells this document from any other of the same article. */
  readonly hash: string
  readonly fields: Readonly<Record<string, unknown>>
}

interface HeadRow {
  readonly number: KbNumber
  readonly ordinal: number
  readonly contentHash: string
  readonly kind?: string
  readonly state: ArticleState
  readonly provenance?: string
  readonly date?: string
  readonly product: string
  readonly family: string
  readonly signature: string
}

/** Excerpts come from the beginning of a long text only. */
const MAX_TEXT = 40_000
/** Documents are made in groups of this size, since the lists of all terms are read once for each group. */
const GROUP_SIZE = 20_000

/** Lists what all articles of an index are compared by. */
export function listHeads(index: SearchIndex): DocumentHead[] {
  const rows = allRows<HeadRow>(
    index.database,
    `SELECT articleText.number, articleText.ordinal, contentHash, kind, state, provenance, coalesce(reviewed, released) AS date,
       (SELECT json_group_array(name) FROM (SELECT name FROM articleProduct JOIN product ON product.id = productId
          WHERE articleProduct.number = article.number ORDER BY name)) AS product,
       (SELECT json_group_array(slug) FROM (SELECT DISTINCT family.slug FROM articleProduct
          JOIN familyProduct USING (productId) JOIN family ON family.id = familyId AND family.wholeId IS NULL
          WHERE articleProduct.number = article.number ORDER BY family.slug)) AS family,
       (SELECT json_group_array(name) FROM (SELECT signature.name FROM signatureMention JOIN signature ON signature.id = signatureId
          WHERE signatureMention.number = article.number
          UNION SELECT signature.broader FROM signatureMention JOIN signature ON signature.id = signatureId
          WHERE signatureMention.number = article.number AND signature.broader IS NOT NULL ORDER BY 1)) AS signature
     FROM article JOIN articleText ON articleText.number = article.number ORDER BY articleText.ordinal`,
  )
  return rows.map(({ number, ordinal, contentHash, product, family, signature, state, ...rest }) => {
    const fields = {
      ...rest,
      state: stateToFilter(state),
      year: rest.date?.slice(0, 4),
      product: JSON.parse(product),
      family: JSON.parse(family),
      signature: JSON.parse(signature),
      citationFactor: index.citationFactors[ordinal] ?? 1,
    }
    const hash = createHash('sha256')
      .update(JSON.stringify([contentHash, fields]))
      .digest('base64url')
      .slice(0, 22)
    return { number, ordinal, hash, fields }
  })
}

/** Makes the documents of articles, whose ordinals must ascend, a group at a time to keep memory bounded. */
export function* makeDocuments(database: IndexDatabase, heads: readonly DocumentHead[]): Generator<Document> {
  for (let start = 0; start < heads.length; start += GROUP_SIZE) {
    const group = heads.slice(start, start + GROUP_SIZE)
    const terms = readTerms(
      database,
      group.map(({ ordinal }) => ordinal),
    )
    for (const [place, head] of group.entries()) yield toDocument(database, head, terms[place] ?? NO_TERMS)
  }
}

const NO_TERMS: ArticleTerms = { terms: [], impacts: [] }

export interface Document extends Readonly<Record<string, unknown>> {
  readonly number: KbNumber
}

function toDocument(
  database: IndexDatabase,
  { number, hash, fields }: DocumentHead,
  { terms, impacts }: ArticleTerms,
): Document {
  const { title = '', body = '' } = readTexts(database, [number]).get(number) ?? {}
  const titleWords = listWrittenWords(title).join(' ')
  return {
    number,
    hash,
    ...fields,
    title,
    text: body.slice(0, MAX_TEXT),
    terms: Object.fromEntries(
      terms.map((term, place) => [nameOfTerm(term), (impacts[place] ?? 0) & MAX_IMPACT] as const),
    ),
    titleTerms: terms.filter((_, place) => (impacts[place] ?? 0) & TITLE_FLAG),
    words: [listExactWords(title).join(' '), listExactWords(body).join(' ')],
    titleWords,
    titleStart: `${titleWords} `,
    titleLength: title.length,
  }
}
