import { z } from 'zod'
import { SIGNATURE_KINDS } from '@/lib/kb/signatures/signature-kind'
import {
  articleNumber,
  count,
  formerState,
  kind,
  product,
  seriesName,
  state,
  summary,
  summaryWithUrl,
  text,
  url,
} from './article-schemas'

const page = z.int().min(1)
const parts = z.array(z.object({ text, isMatch: z.boolean() }))
const facets = z.array(z.object({ value: text, label: text, count }))
export const signatureKind = z.enum(SIGNATURE_KINDS)
const signatureFields = { id: text, kind: signatureKind, label: text, articleCount: count }
const signatureSummary = z.object(signatureFields).meta({ id: 'SignatureSummary' })
const fileVersion = z
  .object({ fileName: text, version: text, number: articleNumber, title: text, context: text })
  .meta({ id: 'FileVersion' })
const releasedBuild = z.object({ name: text, build: text, article: summary.optional() }).meta({ id: 'ReleasedBuild' })
const build = z
  .object({
    build: text,
    fileName: text.optional(),
    places: z.array(
      z.object({
        product: text,
        isExact: z.boolean(),
        below: releasedBuild.optional(),
        above: releasedBuild.optional(),
        nextVersion: z.object({ name: text, build: text, article: summary.optional(), product: text }).optional(),
      }),
    ),
    sameVersion: z.array(fileVersion),
    newerFiles: z.array(fileVersion),
  })
  .meta({ id: 'BuildLookup' })

export const search = z.object({
  query: text,
  correctedQuery: text.optional(),
  isCut: z.boolean(),
  sort: text.optional(),
  filters: z.object({
    product: text.optional(),
    kind: text.optional(),
    state: text.optional(),
    provenance: text.optional(),
    year: z.int().optional(),
  }),
  total: count,
  page,
  pageCount: count,
  isPartialMatch: z.boolean(),
  isPhraseMissing: z
    .boolean()
    .optional()
    .describe('No article that passes the filters has the phrases; the results have words of them.'),
  matchCount: count,
  alsoSearched: z.array(text),
  leftOut: z.array(text),
  namedProducts: z.array(product).describe('Products that the words name, whose articles come first.'),
  isCited: z.boolean().optional().describe('Some article cites the missing number.'),
  isNumberList: z
    .boolean()
    .optional()
    .describe('The results are articles whose numbers begin with the digits of the text.'),
  facets: z.object({
    products: facets,
    states: facets,
    kinds: facets,
    provenances: facets,
    years: z.array(z.object({ value: text, label: text, count })),
  }),
  results: z.array(
    summaryWithUrl.extend({
      snippet: text,
      titleParts: parts,
      snippetParts: parts,
      fixedIn: articleNumber.optional(),
    }),
  ),
  exact: summary.optional(),
  missingNumber: articleNumber.optional(),
  nearby: z.array(summary).optional(),
  signature: signatureSummary.optional(),
  codes: z
    .array(signatureSummary)
    .optional()
    .describe('The error and the event with the number that the text is, if no article has it.'),
  build: build.optional(),
})
export const suggestions = z.object({
  query: text,
  correctedQuery: text.optional(),
  signature: signatureSummary.optional(),
  products: z.array(product),
  suggestions: z
    .array(
      z.object({
        number: articleNumber,
        title: text,
        state,
        formerState,
        kind: kind.optional(),
        seriesName,
        provenance: text.optional(),
      }),
    )
    .max(8),
})
export const signatureList = z.object({
  kind: signatureKind,
  items: z.array(z.object({ ...signatureFields, url })),
  itemCount: count,
  page,
  pageCount: count,
})
export const signature = z.object({
  ...signatureFields,
  url,
  names: z.array(text),
  spellings: z.array(text),
  meaning: text.optional(),
  broader: signatureSummary.optional(),
  narrower: z.array(signatureSummary),
  related: z.array(z.object({ ...signatureFields, reason: text })),
  articles: z.array(summaryWithUrl.extend({ context: text })),
  build: build.optional(),
  versions: z.array(fileVersion),
  page,
  pageCount: count,
})
