import { z } from 'zod'
import { isArticleName, keyOfName } from '@/lib/kb/numbers/article-name'
import { isKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { ARTICLE_KINDS, PROVENANCES } from './article-kinds'

/** A number as front matter and series files write it. */
export const kbNumber = z.custom<KbNumber>(isKbNumber, {
  error: 'a KB number: digits only, without KB, Q or quotes, such as 940006',
})
/** Another article: by its number, or by the name of one that has no number. Becomes the identity of that article. */
const articleReference = z
  .custom<KbNumber | string>((value) => isKbNumber(value) || isArticleName(value), {
    error: 'a KB number: digits only, without KB, Q or quotes, such as 940006',
  })
  .transform((value) => (typeof value === 'string' ? keyOfName(value) : value))
const articleReferences = z.array(articleReference).max(5000)
const textUpTo = (length: number) => z.string().trim().min(1).max(length)
const text = textUpTo(2000)
/** A day, or only its month or year if no more is known. */
export const partialDate = z
  .string()
  .refine(isPartialDate, { error: 'a date: YYYY-MM-DD, or YYYY-MM or YYYY if no more is known' })
const texts = z.array(text).max(2000)

/**
 * The fields of the front matter. Each field's description is its line in docs/content-format.md. Only `title` and one of
 * `number` and `name` are required; an unknown field is an error.
 */
export const frontMatterFields = z.strictObject({
  number: kbNumber
    .optional()
    .describe('The KB number, digits only. It is the identity of the article and is never reused. Or `name`.'),
  name: z
    .custom<string>(isArticleName, {
      error:
        'a name: 3 to 300 letters, digits, "-", "_" and ".", in parts with "/" between them, such as guides/first-steps',
    })
    .optional()
    .describe(
      'The identity of an article without a KB number, never reused. Beside a number it is a former name, which leads here.',
    ),
  title: text.describe('The title as the article carries it.'),
  shortTitle: textUpTo(60)
    .optional()
    .describe('What a timeline or a notice calls the article, such as `Update Rollup 4`.'),
  kind: z.enum(ARTICLE_KINDS).optional().describe('What the article is.'),
  provenance: z
    .enum(PROVENANCES)
    .optional()
    .describe(
      'Whose words the text has: `original` for those of the source, `reconstructed` for what other documents say, since the original was not found. Absent: not stated.',
    ),
  derived: texts
    .optional()
    .describe(
      'The fields of this front matter whose value was concluded and that no source states, such as `supersededBy`.',
    ),
  products: texts.optional().describe('The products that the article applies to, in the order of the article.'),
  productGroup: text
    .optional()
    .describe('The group under which the archive files the article, such as `Microsoft Windows NT`.'),
  productGroups: z
    .record(z.string(), texts)
    .optional()
    .describe('A component ("used with", "included with") and the products that it comes with.'),
  platforms: texts.optional().describe('The platforms that the article names ("on platform(s)").'),
  released: partialDate
    .optional()
    .describe('The day on which the update was released: YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.'),
  reviewed: partialDate.optional().describe('The day of the last review, printed as "Last Review".'),
  revision: text.optional().describe('The revision, as the article prints it.'),
  build: text.optional().describe('The build that the update installs, such as `8.0.744.0`.'),
  version: text.optional().describe('The product versions as an imported article states them.'),
  line: text.optional().describe('The line of updates that replace each other. Lines never mix.'),
  supersedes: z
    .union([articleReference, articleReferences])
    .optional()
    .describe('The article or articles that this one replaces.'),
  supersededBy: z
    .union([z.literal('unknown'), articleReference])
    .optional()
    .describe(
      'The article that replaces this one, or `unknown`: it is replaced, but the article does not say by what.',
    ),
  partlySupersededBy: articleReferences.optional().describe('Articles that replace a part of this one only.'),
  supersedenceEvidence: text.optional().describe('The sentence on which the statement of supersedence rests.'),
  withdrawn: text.optional().describe('One sentence that says when and why the update was withdrawn.'),
  obtain: articleReference
    .optional()
    .describe('The article that tells how to obtain the update, or the latest of its line.'),
  fixes: articleReferences.optional().describe('The articles about the problems that this update fixes.'),
  fixedIn: texts
    .optional()
    .describe(
      'The releases that fix the problem, in words, where the article names them. An update that lists the article under `fixes` need not be repeated.',
    ),
  bulletins: texts.optional().describe('Security bulletins, such as `MS08-039`.'),
  bugs: texts.optional().describe("Numbers in the vendor's bug database, as printed."),
  aliases: articleReferences
    .optional()
    .describe('Other numbers and names under which the article was published. They lead here.'),
  keywords: texts.optional().describe('Keywords, such as `kbexchange2007`.'),
  technology: texts.optional().describe('Technology keywords of an imported article.'),
  issueType: text.optional().describe('The issue type of an imported article, such as `kbbug`.'),
  solutionType: text.optional().describe('The solution type of an imported article, such as `kbfix`.'),
  hardware: texts.optional().describe('Processor families that an imported article names.'),
  collection: text.optional().describe('The short name of the collection in the archive, such as `winnt`.'),
  queryWords: textUpTo(20_000)
    .optional()
    .describe('Additional words under which the article is found. They are searched and not shown.'),
  source: z
    .strictObject({
      url: text.optional().describe('Where the text was published.'),
      file: text.optional().describe('The file of the dump that the article was imported from.'),
      sha256: text.optional().describe('The SHA-256 of that file, in hexadecimal.'),
      captured: partialDate.optional().describe('The day on which the copy was made.'),
      repository: text.optional().describe('The public repository that the file is kept in.'),
      licence: text.optional().describe('The licence of the text, which pages show beside its source.'),
    })
    .optional()
    .describe('Where the text comes from.'),
  sources: z
    .array(
      z.strictObject({
        facts: text.describe('Which facts.'),
        url: text.describe('Where they are stated.'),
      }),
    )
    .max(100)
    .optional()
    .describe('Where single facts come from.'),
})

/**
 * The checked front matter of an article. `number` is its identity, which is made of the name where there is no KB number;
 * then a former name is an alias.
 */
export const frontMatterSchema = frontMatterFields
  .refine(({ number, name }) => number !== undefined || name !== undefined, {
    path: ['number'],
    error: 'a number or a name',
    // Also beside other faults, so that all are told at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .transform(({ number, name, ...others }) => {
    const key = name === undefined ? undefined : keyOfName(name)
    const identity = number ?? key
    if (identity === undefined) throw new Error('An article has neither a number nor a name.')
    if (number === undefined || key === undefined)
      return { number: identity, ...(name !== undefined && { name }), ...others }
    return { number, name, ...others, aliases: [...(others.aliases ?? []), key] }
  })

/** The checked front matter of one article. */
export type FrontMatter = z.infer<typeof frontMatterSchema>

function isPartialDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  if (!match) return false
  const full = `${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}`
  const time = Date.parse(full)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full)
}
