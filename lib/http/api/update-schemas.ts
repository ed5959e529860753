import { z } from 'zod'
import { UPDATE_NOTE_KINDS } from '@/lib/kb/updates/update-notes'
import {
  articleNumber,
  count,
  evidence,
  formerState,
  newerForProduct,
  series,
  seriesRelease,
  state,
  summary,
  text,
  url,
} from './article-schemas'

export const error = z
  .object({
    error: z.object({
      status: z.int(),
      message: text.describe('What is wrong, and what to do.'),
      id: text.optional().describe('Of a fault on our side: where the log of the operator has the reason.'),
    }),
  })
  .meta({ id: 'Error' })
const newest = z.object({ number: articleNumber, title: text, state, formerState })

export const lineList = z.object({
  items: z.array(z.object({ name: text, slug: text, url, updateCount: count, newest: newest.optional() })),
})
export const line = z.object({
  name: text,
  slug: text,
  url,
  updates: z.array(
    summary.extend({
      supersededBy: articleNumber.optional(),
      fixCount: count.describe('The fixes that it lists.'),
      newFixCount: count.describe('Those that no earlier update of the series lists.'),
    }),
  ),
  series: series.optional(),
  newerForProduct: newerForProduct.optional(),
})
const releaseFields = { name: text, slug: text, url, articleCount: count }
export const releaseList = z.object({ items: z.array(z.object(releaseFields)) })
export const release = z.object({
  ...releaseFields,
  items: z.array(z.object({ number: articleNumber, title: text.optional(), url, evidence: z.array(evidence) })),
  page: z.int().min(1),
  pageCount: count,
})
export const comparison = z.object({
  outcome: z.enum(['compared', 'without-line', 'other-lines', 'same', 'reversed']),
  message: text,
  from: summary.optional(),
  to: summary.optional(),
  line: z.object({ name: text, slug: text }).optional(),
  releases: z.array(seriesRelease).optional(),
  updates: z.array(summary).optional(),
  isStated: z.boolean().optional(),
  fixes: z
    .array(
      z.object({
        number: articleNumber,
        title: text.optional(),
        summary: summary.optional(),
        fixedBy: articleNumber,
      }),
    )
    .optional(),
  fixCount: count.optional(),
  withoutFixes: z.array(articleNumber).optional(),
  notes: z
    .array(z.object({ number: articleNumber, kind: z.enum(UPDATE_NOTE_KINDS), heading: text.optional(), text }))
    .optional(),
})
export const wanted = z.object({
  items: z.array(
    z.object({
      number: articleNumber,
      url,
      title: text.optional(),
      citationCount: count,
      firstCited: text.optional(),
      lastCited: text.optional(),
      quote: text.optional(),
      citedBy: z.array(articleNumber),
    }),
  ),
})
