import { z } from 'zod'
import { ARTICLE_KINDS, PROVENANCES } from '@/lib/kb/articles/article-kinds'
import { frontMatterFields } from '@/lib/kb/articles/front-matter'
import { MAX_KEY } from '@/lib/kb/numbers/kb-number'

export const text = z.string()
export const count = z.int().min(0)
export const articleNumber = z
  .int()
  .min(1)
  .max(MAX_KEY)
  .describe('The KB number of an article; above 9,999,999 the key of an article without one.')
export const url = text.describe('A path of this site.')
const date = text.describe('YYYY-MM-DD, or YYYY-MM or YYYY if no more is known.')
export const kind = z.enum(ARTICLE_KINDS).describe('What the article is.')
const provenance = z.enum(PROVENANCES).describe('Whose words the text has.')
export const STATES = [
  'no-replacement-known',
  'latest',
  'last-of-line',
  'superseded',
  'superseded-by-unknown',
  'partly-superseded',
  'withdrawn',
] as const
export const state = z.enum(STATES).describe('How the article stands towards newer ones.')
/** Beside a state whose word has changed. */
export const formerState = text.optional().describe('The former word for the state.')

export const seriesName = text
  .optional()
  .describe('The short name of its series, where it is the last update of one that a later series follows.')
export const product = z.object({ name: text, slug: text, articleCount: count }).meta({ id: 'Product' })

const summaryFields = {
  number: articleNumber,
  title: text,
  shortTitle: text.optional().describe('Its name in a timeline, such as `Update Rollup 4`.'),
  kind: kind.optional(),
  provenance: provenance.optional(),
  products: z.array(text),
  released: date.optional(),
  reviewed: date.optional(),
  build: text.optional(),
  line: text.optional().describe('The update series that it belongs to.'),
  seriesName,
  state,
  formerState,
  currentArticle: articleNumber.optional().describe('The newest article that replaces it.'),
}
export const summary = z.object(summaryFields).meta({ id: 'ArticleSummary' })
export const summaryWithUrl = z.object({ ...summaryFields, url }).meta({ id: 'ListedArticle' })
export const reference = z
  .object({ number: articleNumber, title: text.optional(), summary: summary.optional() })
  .describe('An article; without `summary` if the collection lacks it.')
  .meta({ id: 'ArticleReference' })
export const evidenceFields = {
  statedBy: articleNumber,
  sentence: text.optional(),
  isQuote: z.boolean().describe('False if only the front matter says so.'),
  section: text.optional().describe('The heading above the sentence.'),
}
export const evidence = z.object(evidenceFields).meta({ id: 'Evidence' })
const replacement = z
  .object({
    kind: z.literal('supersedes'),
    from: articleNumber.optional().describe('What replaces it, if that is stated.'),
    to: articleNumber,
    state: z.enum(['replaced-by-known', 'replaced-by-unknown', 'partly', 'contradicted', 'other-line']),
    part: text.optional().describe('The only section that is replaced.'),
    ...evidenceFields,
  })
  .meta({ id: 'Replacement' })
const edge = z
  .object({
    kind: z.enum(['fixes', 'fixed-in', 'requires', 'mentions']),
    from: articleNumber,
    to: articleNumber.optional(),
    release: z.object({ name: text, slug: text.optional() }).optional(),
    ...evidenceFields,
  })
  .meta({ id: 'Edge' })
const release = z.object({
  name: text,
  article: articleNumber.optional(),
  released: date.optional(),
  build: text.optional(),
})
export const seriesRelease = release.meta({ id: 'SeriesRelease' })
export const series = z
  .object({
    product: text,
    line: text,
    shortName: text,
    follows: text.optional(),
    release: seriesRelease,
    lastUpdate: articleNumber.optional(),
  })
  .describe('What a series file says of an update series.')
  .meta({ id: 'Series' })
export const newerForProduct = z
  .object({ product: text, line: text, shortName: text, release: seriesRelease, update: summary.optional() })
  .describe('What is newer for the product than every update of the series.')
  .meta({ id: 'NewerForProduct' })
const supersedence = z.object({
  state,
  formerState,
  supersededBy: z.array(reference),
  currentArticle: reference.optional(),
  obtain: reference.optional(),
  evidence: z.array(replacement),
  withdrawn: text.optional(),
  line: z.object({ name: text, slug: text, updates: z.array(summary) }).optional(),
  series: series.optional(),
  newerForProduct: newerForProduct.optional(),
})

export const articleList = z.object({
  items: z.array(summaryWithUrl),
  nextCursor: text.optional().describe('The `cursor` of the next answer; absent at the end.'),
})
export const article = z.object({
  ...summaryFields,
  url,
  frontMatter: frontMatterFields.extend({ number: articleNumber }),
  attribution: z
    .object({ url: text, attribution: text, licence: text.optional() })
    .optional()
    .describe('Whom the article is by, as the owner of the site says.'),
  family: product.optional().describe('The family to which most of its products belong.'),
  parts: z
    .array(z.object({ number: articleNumber, part: count, total: count }))
    .describe('All parts of the work of which the article is one, or none.'),
  otherFiles: z.array(text).describe('Further files with the number of the article, which are not served as it.'),
  headings: z.array(z.object({ id: text, text, depth: z.int().min(2).max(6) })),
  description: text.describe('The first sentences, at most 200 characters.'),
  supersedence,
  fixedIn: z.array(
    z.object({
      number: articleNumber,
      title: text.optional(),
      summary: summary.optional(),
      evidence: z.array(evidence),
      containedIn: summary.optional(),
    }),
  ),
  fixedInReleases: z.array(
    z.object({ name: text, slug: text.optional(), evidence: z.array(evidence), isDisputed: z.boolean() }),
  ),
  backlinks: z.array(z.object({ ...summaryFields, context: text })).describe('The first 50.'),
  backlinkCount: count,
})
export const relations = z.object({
  number: articleNumber,
  url,
  title: text,
  state,
  formerState,
  withdrawn: text.optional(),
  scope: z.object({ line: text.optional(), products: z.array(text) }),
  chain: z.array(reference),
  chainCut: count,
  currentArticle: reference.optional(),
  edges: z.array(z.union([replacement, edge])),
  edgeCounts: z.record(text, count),
})
export const preview = z.object({
  number: articleNumber,
  state: z.enum([...STATES, 'missing']),
  formerState,
  kind: kind.optional(),
  seriesName,
  provenance: provenance.optional(),
  currentArticle: articleNumber.optional(),
  fixedIn: articleNumber.optional(),
  title: text.optional(),
  products: z.array(text),
  productCount: count,
  description: text.optional(),
})
