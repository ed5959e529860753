import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type { z } from 'zod'
import { ArticleError, type Problem } from '@/lib/kb/articles/errors'
import { isKbNumber } from '@/lib/kb/numbers/kb-number'

/** What messages say of a YAML text. */
interface YamlPlace {
  /** Path of the file below the content folder. */
  readonly file: string
  /** The line of the file on which the YAML begins, counted from 1. */
  readonly firstLine: number
  /** What readers call the text, such as `front matter`. */
  readonly name: string
  /** The fields that it needs, as half a sentence. */
  readonly required: string
}

/** Gives the value of a YAML text if a schema accepts it, and the line of each field. Throws an `ArticleError` that names line and value. */
export function parseCheckedYaml<Schema extends z.ZodType>(
  yaml: string,
  schema: Schema,
  place: YamlPlace,
): { value: z.infer<Schema>; lineOf: (keys: readonly PropertyKey[]) => number } {
  const { file, firstLine, name } = place
  const lines = new LineCounter()
  const lineAt = (offset: number) => firstLine + Math.max(lines.linePos(offset).line, 1) - 1
  // The core schema has only strings, numbers, booleans and null, so nothing is evaluated.
  const document = parseDocument(yaml, { schema: 'core', lineCounter: lines, prettyErrors: false })
  const fault = document.errors[0]
  if (fault) throw new ArticleError(describeFault(fault, name), { file, line: lineAt(fault.pos[0]) })
  visit(document, {
    // Aliases of aliases could fill the memory.
    Alias(_, { range, source }) {
      const message = `The ${name} uses the YAML alias "*${source}". Write the value out in each place.`
      throw new ArticleError(message, { file, line: lineAt(range?.[0] ?? 0) })
    },
  })
  const value: unknown = document.toJS() ?? {}
  const parsed = schema.safeParse(value)
  const lineOf = (keys: readonly PropertyKey[]) => {
    const offset = findOffset(document, keys)
    return offset === undefined ? Math.max(firstLine - 1, 1) : lineAt(offset)
  }
  if (parsed.success) return { value: parsed.data, lineOf }
  const number = isRecord(value) && isKbNumber(value.number) ? value.number : undefined
  const problems = parsed.error.issues.map((issue): Problem => {
    const { message, keys } = describeIssue(issue, value, place)
    return { file, line: lineOf(keys), number, message }
  })
  const [first, ...others] = problems
  if (!first) throw new Error(`The schema refused the ${name} without an issue.`, { cause: parsed.error })
  throw new ArticleError(first.message, { file, line: first.line, number }, others)
}

function describeFault({ code, message }: YAMLError, name: string): string {
  if (code === 'RESOURCE_EXHAUSTION') return `The ${name} is nested too deeply. Use plain fields and lists.`
  return `The ${name} is not valid YAML: ${message.replace(/[.\s]+$/, '')}. Fix the line; put a value with a colon, "#" or a quotation mark in quotes.`
}

/** Finds the deepest of `keys` that exists: a field at its name, an entry of a list at its value. */
function findOffset(document: Document, keys: readonly PropertyKey[]): number | undefined {
  for (let depth = keys.length; depth > 0; depth--) {
    const key = keys[depth - 1]
    const parent: unknown = depth === 1 ? document.contents : document.getIn(keys.slice(0, depth - 1), true)
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
      : undefined
    const node = pair ? pair.key : document.getIn(keys.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return undefined
}

/** Unknown fields that one sentence names. */
const MAX_NAMED = 20

/** Describes what is wrong and what to write instead; `keys` lead to the place. */
function describeIssue(
  issue: z.core.$ZodIssue,
  value: unknown,
  { name, required }: YamlPlace,
): { message: string; keys: readonly PropertyKey[] } {
  const { path: keys } = issue
  if (issue.code === 'unrecognized_keys') {
    const [key = '', ...others] = issue.keys
    const list = 'docs/content-format.md lists the fields.'
    const message =
      others.length === 0
        ? `Unknown field ${quote(key)}. Remove it or correct its name; ${list}`
        : `Unknown fields ${issue.keys.slice(0, MAX_NAMED).map(quote).join(', ')}. Remove them or correct their names; ${list}`
    return { message, keys: [...keys, key] }
  }
  const field = keys.join('.')
  if (field === '') return { message: `The ${name} is ${quote(value)}. Write one "field: value" per line.`, keys }
  const top = String(keys[0])
  const found = keys.reduce<unknown>((part, key) => (isRecord(part) ? part[String(key)] : undefined), value)
  if (found !== undefined)
    return { message: `The field "${field}" is ${quote(found)}. Write ${adviceOn(issue, top)}.`, keys }
  const advice =
    keys.length === 1 ? `Add it; ${required}.` : `Add it; docs/content-format.md lists the parts of "${top}".`
  return { message: `The field "${field}" is missing. ${advice}`, keys }
}

/** What to write instead: the schema's own message, or our words if that is too general. */
function adviceOn(issue: z.core.$ZodIssue, field: string): string {
  switch (issue.code) {
    case 'invalid_value':
      return `one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`
    case 'too_big':
      return `at most ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'entries'}`
    case 'too_small':
      return 'something, or leave the field out'
    case 'invalid_type':
      if (issue.expected === 'string') return 'text; put it in quotes if it looks like a number'
      return issue.expected === 'array'
        ? 'a list, with each entry on its own line after "- "'
        : 'its own fields, indented below it'
    case 'invalid_union':
      return field === 'supersededBy'
        ? 'a KB number such as 940006, or unknown'
        : 'a KB number such as 940006, or a list of them'
    default:
      return issue.message.replace(/\.$/, '')
  }
}

function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
