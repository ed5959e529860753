import { z } from 'zod'
import { articleNumber, count, formerState, STATES, state, text, url } from './article-schemas'

const named = z.object({ number: articleNumber, title: text.optional(), url })
export const resolvedLinks = z.object({
  links: z.array(
    z.object({
      text: text.describe('As it is written.'),
      line: z.int().min(1),
      count: z.int().min(1),
      outcome: z.enum(['here', 'replaced', 'missing', 'not-an-article']),
      number: articleNumber.optional(),
      title: text.optional().describe('Of a missing article, as others cite it.'),
      url: url.optional(),
      state: state.optional(),
      formerState,
      replacedBy: named.optional().describe('The newest article that replaces it.'),
    }),
  ),
  otherCount: count.describe('The number of addresses of other sites.'),
  isCut: z.boolean(),
})

const host = text.optional()
const list = z.int().describe('The computer, counted from 1.')
const doubts = z.array(z.enum(['cut-list', 'several-computers', 'several-lines', 'other-line', 'contradiction']))
const newer = z.object({ product: text, shortName: text, number: articleNumber.optional(), release: text })
const release = z.object({ name: text, build: text, number: articleNumber.optional() })
const numbers = z.array(articleNumber)

export const verdict = z.object({
  updates: z.array(
    z.object({
      number: articleNumber,
      state: z.enum([...STATES, 'unknown']),
      formerState,
      isInstalled: z.boolean(),
      supersededBy: articleNumber.optional(),
      latest: articleNumber.optional(),
      evidence: text.optional(),
    }),
  ),
  computers: z.array(
    z.object({
      list,
      host,
      kinds: z.array(text),
      builds: z.array(text),
      provenLine: text.optional(),
      contradictions: z.array(z.object({ release: text, build: text, update: articleNumber, line: text })),
    }),
  ),
  lines: z.array(
    z.object({
      name: text,
      list,
      host,
      installed: numbers,
      latest: articleNumber,
      install: articleNumber.optional(),
      newerForProduct: newer.optional(),
      contains: numbers,
      isStated: z.boolean(),
      isProven: z.boolean(),
      doubts,
      fixCount: count,
      prerequisites: z.array(text),
    }),
  ),
  undetermined: z.array(z.object({ name: text, list, host, installed: numbers, latest: articleNumber, doubts })),
  questions: z.array(
    z.object({
      kind: z.enum(['which-computer', 'one-or-several', 'which-line']),
      list,
      host,
      hosts: z.array(text).optional(),
      lines: z.array(text).optional(),
    }),
  ),
  builds: z.array(
    z.object({
      build: text,
      servers: z.array(text),
      file: text.optional(),
      isServicePackLevel: z.boolean(),
      places: z.array(
        z.object({
          product: text,
          state: z.enum(['superseded', 'latest', 'named', 'beyond']),
          line: text.optional(),
          isExact: z.boolean(),
          below: release.optional(),
          above: release.optional(),
          next: release.extend({ product: text }).optional(),
          last: release.optional(),
          latest: z.object({ name: text, build: text.optional(), number: articleNumber }).optional(),
          newerForProduct: newer.optional(),
        }),
      ),
      isOnlyNamed: z.literal(true).optional(),
      newerFiles: z.array(z.object({ version: text, number: articleNumber })),
      sameVersion: numbers,
    }),
  ),
  signatures: z.array(z.object({ id: text, label: text, quote: text, articleCount: count })),
  articles: z.array(
    z.object({
      number: articleNumber,
      title: text,
      state,
      formerState,
      fixedIn: articleNumber.optional(),
      why: text,
    }),
  ),
  recognised: z.object({
    kinds: z.array(text),
    products: z.array(text),
    isCut: z.boolean(),
    cutInventories: z.array(
      z.object({ kind: text, reason: text, host, statedCount: count.optional(), listedCount: count }),
    ),
    otherEntries: z.array(text),
    unread: z.array(z.object({ form: text, names: z.array(text), rowCount: count })),
  }),
})
