import type {
  RelatedSignature,
  SignatureArticle,
  SignaturePage,
  SignatureSummary,
  SignaturesOfKind,
} from '@/lib/kb/signature-page'
import { describeSignature } from '@/lib/kb/signatures/describe-signature'
import { findSignatures } from '@/lib/kb/signatures/find-signatures'
import { parseSignature } from '@/lib/kb/signatures/parse-signature'
import type { Signature } from '@/lib/kb/signatures/signature'
import { eventSignature } from '@/lib/kb/signatures/signature-events'
import { SIGNATURE_KINDS, type SignatureKind } from '@/lib/kb/signatures/signature-kind'
import { errorSignature } from '@/lib/kb/signatures/signature-values'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { pageOf } from '@/lib/kb-index/file/page-of'
import { allRows, countRows, firstRow } from '@/lib/kb-index/file/rows'
import { hasVersion, listFileVersions, lookUpBuild } from './file-versions'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

export const ARTICLES_PER_PAGE = 30
export const SIGNATURES_PER_PAGE = 120
const MOST_MENTIONED = 12
/** At most this many sources of one event number are listed. */
const MAX_NARROWER = 50

const COLUMNS = 'signature.name AS id, signature.kind, signature.label, signature.articleCount'
/** The sources of an event are listed on the page of its number. */
const LISTED = 'signature.kind = ? AND signature.broader IS NULL'

/** Lists the kinds of signatures in the collection, each with the most mentioned ones. */
export function listSignatureKinds(database: IndexDatabase): SignaturesOfKind[] {
  return SIGNATURE_KINDS.map((kind) => ({
    kind,
    signatures: listPage(database, kind, { page: 1, size: MOST_MENTIONED }),
  })).filter(({ signatures }) => signatures.itemCount > 0)
}

/** Gives a page of one kind, the most mentioned first. */
export function listSignatures(database: IndexDatabase, kind: SignatureKind, page: number): SignaturesOfKind {
  return { kind, signatures: listPage(database, kind, { page, size: SIGNATURES_PER_PAGE }) }
}

/** Tells whether articles mention a signature, or one with the same meaning, so that it has a page. */
export function hasSignature(database: IndexDatabase, signature: Signature): boolean {
  if (getSignatureSummary(database, signature.id)) return true
  if (signature.kind === 'version') return hasVersion(database, signature.id)
  return describeSignature(signature).related.some(
    (other) => getSignatureSummary(database, other.signature.id) !== undefined,
  )
}

export function getSignaturePage(
  database: IndexDatabase,
  signature: Signature,
  page: number,
): SignaturePage | undefined {
  if (!hasSignature(database, signature)) return undefined
  const summary = getSignatureSummary(database, signature.id) ?? { ...signature, articleCount: 0 }
  const { names, spellings, meaning, related } = describeSignature(signature)
  return {
    id: summary.id,
    kind: summary.kind,
    label: summary.label,
    articleCount: summary.articleCount,
    names,
    spellings,
    meaning,
    broader: signature.broader === undefined ? undefined : getSignatureSummary(database, signature.broader),
    narrower: allRows(
      database,
      `SELECT ${COLUMNS} FROM signature WHERE broader = ? ORDER BY articleCount DESC, name LIMIT ?`,
      [signature.id, MAX_NARROWER],
    ),
    related: related.flatMap(({ signature: other, reason }): RelatedSignature[] => {
      const known = getSignatureSummary(database, other.id)
      return known ? [{ ...known, reason }] : []
    }),
    articles: listArticles(database, summary, page),
    build: signature.kind === 'version' ? lookUpBuild(database, signature.id) : undefined,
    versions: signature.kind === 'file' ? listFileVersions(database, signature.id) : [],
  }
}

/** Gives the signature that a search text is, or the first in it, if an article mentions it. */
export function getSignatureHint(database: IndexDatabase, text: string): SignatureSummary | undefined {
  const whole = parseSignature(text)
  const candidates = whole ? [whole] : findSignatures(text).filter(({ kind }) => kind !== 'file' && kind !== 'version')
  for (const { id, broader } of candidates) {
    const known =
      getSignatureSummary(database, id) ?? (broader === undefined ? undefined : getSignatureSummary(database, broader))
    if (known) return known
  }
  return undefined
}

/** Lists the event and the error with a number, if articles mention them, the more mentioned first. */
export function listCodes(database: IndexDatabase, digits: string): SignatureSummary[] {
  const number = /^\d{1,5}$/.test(digits) ? Number(digits) : 0
  const ids = [eventSignature(number)?.id, errorSignature(number)?.id].filter((id) => id !== undefined)
  return ids
    .flatMap((id) => getSignatureSummary(database, id) ?? [])
    .sort((one, other) => other.articleCount - one.articleCount)
}

function getSignatureSummary(database: IndexDatabase, id: string): SignatureSummary | undefined {
  return firstRow(database, `SELECT ${COLUMNS} FROM signature WHERE name = ?`, [id])
}

function listPage(database: IndexDatabase, kind: SignatureKind, { page, size }: { page: number; size: number }) {
  const itemCount = countRows(database, `SELECT count(*) AS count FROM signature WHERE ${LISTED}`, [kind])
  return pageOf(itemCount, { page, size }, ({ limit, offset }) =>
    allRows<SignatureSummary>(
      database,
      `SELECT ${COLUMNS} FROM signature WHERE ${LISTED} ORDER BY articleCount DESC, name LIMIT ? OFFSET ?`,
      [kind, limit, offset],
    ),
  )
}

function listArticles(database: IndexDatabase, { id, articleCount }: SignatureSummary, page: number) {
  return pageOf(articleCount, { page, size: ARTICLES_PER_PAGE }, (part) =>
    allRows<SummaryRow & { context: string }>(
      database,
      `SELECT ${SUMMARY_COLUMNS}, mention.context FROM (
         SELECT number, min(context) AS context FROM signatureMention
         WHERE signatureId IN (SELECT id FROM signature WHERE name = :id UNION ALL SELECT id FROM signature WHERE broader = :id)
         GROUP BY number ORDER BY number LIMIT :limit OFFSET :offset) AS mention
       JOIN article ON article.number = mention.number ORDER BY article.number`,
      { id, ...part },
    ).map((row): SignatureArticle => ({ ...rowToSummary(row), context: row.context })),
  )
}
