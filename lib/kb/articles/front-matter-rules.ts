import { z } from 'zod'
import { isArticleName } from '@/lib/kb/numbers/article-name'
import { toKbNumber } from '@/lib/kb/numbers/kb-number'
import { frontMatterFields } from './front-matter'
import { findTitle } from './title-heading'

const TEXTS = ['title', 'shortTitle', 'revision', 'version', 'build', 'line', 'withdrawn'] as const
const DATES = ['released', 'reviewed'] as const
const LISTS = ['products', 'keywords', 'platforms'] as const
const REFERENCES = ['supersedes', 'fixes', 'aliases', 'partlySupersededBy'] as const
const MAPPED = [...TEXTS, ...DATES, ...LISTS, ...REFERENCES, 'number', 'name', 'supersededBy', 'obtain'] as const

/** How the articles of others say what the front matter says. Each field's description is its line in docs/content-format.md. */
export const frontMatterRulesSchema = z.strictObject({
  fields: z
    .partialRecord(z.enum(MAPPED), z.string().trim().min(1).max(100))
    .optional()
    .describe(
      'The names that their fields have, each behind the name that it has here: `{ number: eip, released: created }`.',
    ),
  fileName: z
    .string()
    .regex(
      /^(?!.*#.*#)(?!(?:.*\*){3})(?=.*#)[^/]{1,100}$/,
      'a name with one "#" for the number and at most two "*", such as "eip-#" or "#-*"',
    )
    .optional()
    .describe(
      'Where the number stands in the name of a file, without `.md`: `"eip-#"`, or `"#-*"` for `0007-use-utf-8.md`. A number in the front matter counts before it.',
    ),
  unknown: z
    .enum(['refuse', 'ignore'])
    .optional()
    .describe(
      'What becomes of fields that are not known, and of values that are not what a field of this name takes here: `ignore` leaves them out. Default: `refuse`.',
    ),
})

export type FrontMatterRules = z.infer<typeof frontMatterRulesSchema>

/** What a file says of an article outside of its front matter. */
interface FileOutside {
  /** Path below the content folder. */
  readonly path: string
  readonly body: string
}

/**
 * Gives the fields of an article of others under the names and in the forms that they have here. Without a number in the front matter
 * or in the file's name, the path is the article's name; without a title, its first heading or the words of the file's name are.
 */
export function applyRules(value: unknown, rules: FrontMatterRules, { path, body }: FileOutside): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const theirs = new Map<string, unknown>(Object.entries(value))
  const fields = new Map<string, unknown>()
  const mapped = Object.entries(rules.fields ?? {})
  for (const [name, their] of mapped) {
    const given = theirs.get(their)
    theirs.delete(their)
    if (given !== undefined && given !== null && given !== '') fields.set(name, convert(name, given))
  }
  const shape = new Map<string, z.ZodType>(Object.entries(frontMatterFields.shape))
  for (const [name, given] of theirs) {
    if (fields.has(name)) continue
    const isTaken = rules.unknown !== 'ignore' || shape.get(name)?.safeParse(given).success === true
    if (isTaken) fields.set(name, given)
  }
  const stem = (path.split('/').at(-1) ?? path).replace(/\.md$/i, '')
  const identity = path.replace(/\.md$/i, '')
  const number = fields.get('number') ?? numberInName(stem, rules.fileName)
  if (number !== undefined) fields.set('number', number)
  else if (!fields.has('name') && isArticleName(identity)) fields.set('name', identity)
  if (!fields.has('title')) fields.set('title', findTitle(body, number) ?? wordsOf(stem))
  return Object.fromEntries(fields)
}

function convert(name: string, value: unknown): unknown {
  if (name === 'number') return toNumber(value) ?? value
  if (isIn(DATES, name)) return typeof value === 'string' ? toDay(value) : value
  if (isIn(LISTS, name)) return toTexts(value)
  if (isIn(REFERENCES, name)) return toTexts(value).map((text) => toNumber(text) ?? text)
  if (name === 'supersededBy' || name === 'obtain') return toNumber(value) ?? value
  return typeof value === 'number' ? String(value) : value
}

function isIn(names: readonly string[], name: string): boolean {
  return names.includes(name)
}

/** `1559`, `EIP-1559`, `0007`, `[ADR 5](0005-use-utf-8.md)` */
function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  const digits =
    typeof value === 'string' ? /^\W*(?:[a-z]+[\s#:_-]*)?0*(\d{1,7})(?![\d.])/i.exec(value)?.[1] : undefined
  return digits === undefined ? undefined : Number(digits)
}

function toTexts(value: unknown): string[] {
  const values = Array.isArray(value) ? value : String(value).split(',')
  return values.map((one) => String(one).trim()).filter((one) => one !== '')
}

/** `2019-04-13T10:00:00Z`, `2019/4/13` and `04/13/2019` become `2019-04-13`; any other text stays. */
function toDay(text: string): string {
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(text) ?? []
  if (year && month && day) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const [, us, usDay, usYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return us && usDay ? `${usYear}-${us.padStart(2, '0')}-${usDay.padStart(2, '0')}` : text
}

function numberInName(stem: string, pattern: string | undefined): number | undefined {
  if (pattern === undefined) return undefined
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace('#', '0*(\\d{1,7})(?!\\d)')
  const digits = new RegExp(`^${source}$`, 'i').exec(stem)?.[1]
  return digits === undefined ? undefined : toKbNumber(Number(digits))
}

/** `0007-use-utf-8` becomes `Use utf 8`. */
function wordsOf(stem: string): string {
  const words =
    stem
      .replace(/^[a-z]*[-_ ]?\d+[-_. ]+(?=.)/i, '')
      .replace(/[-_]+/g, ' ')
      .trim() || stem
  return words.charAt(0).toUpperCase() + words.slice(1)
}
