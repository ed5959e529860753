import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type { z } from 'zod'
import { ArticleError, type Problem } from '@/lib/kb/articles/errors'
import { showHiddenInValue } from '@/lib/kb/articles/visible-text'
import { isKbNumber } from '@/lib/kb/numbers/kb-number'
import { meantField } from './meant-field'

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
  /** The names of its fields, of which a misspelt one may be meant. */
  readonly fields?: readonly string[]
  /** Fields that have another name in the text than in the schema. */
  readonly writtenAs?: Readonly<Record<string, string>>
}

/** Something that is wrong with a YAML text, in the order in which it matters. */
export interface YamlFault {
  readonly message: string
  /** Of the file, counted from 1. */
  readonly line: number
  readonly column: number
}

/** Gives the value of a YAML text if a schema accepts it, and the line of each field. Throws an `ArticleError` that names line and value. */
export function parseCheckedYaml<Schema extends z.ZodType>(
  yaml: string,
  schema: Schema,
  place: YamlPlace,
): { value: z.infer<Schema>; lineOf: (keys: readonly PropertyKey[]) => number } {
  const { data, faults, lineOf, number } = readYaml(yaml, schema, place)
  const [first, ...others] = faults.map(({ message, line }): Problem => ({ file: place.file, line, number, message }))
  if (first) throw new ArticleError(first.message, { file: place.file, line: first.line, number }, others)
  if (!data) throw new Error(`The schema refused the ${place.name} without an issue.`)
  return { value: data.value, lineOf }
}

/** Lists everything that is wrong with a YAML text, each unknown field by itself. */
export function listYamlFaults(yaml: string, schema: z.ZodType, place: YamlPlace): readonly YamlFault[] {
  return readYaml(yaml, schema, place, splitUnknown).faults
}

function splitUnknown(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue]
}

function readYaml<Schema extends z.ZodType>(
  yaml: string,
  schema: Schema,
  place: YamlPlace,
  split = (issue: z.core.$ZodIssue) => [issue],
) {
  const { firstLine, name } = place
  const lines = new LineCounter()
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) }
  }
  // The core schema has only strings, numbers, booleans and null, so nothing is evaluated.
  const document = parseDocument(yaml, { schema: 'core', lineCounter: lines, prettyErrors: false })
  const placeOf = (keys: readonly PropertyKey[]) => {
    const offset = findOffset(document, keys)
    return offset === undefined ? { line: Math.max(firstLine - 1, 1), column: 1 } : placeAt(offset)
  }
  const asWritten = ([key = '', ...inner]: readonly PropertyKey[]) => [place.writtenAs?.[String(key)] ?? key, ...inner]
  const lineOf = (keys: readonly PropertyKey[]) => placeOf(asWritten(keys)).line
  const faults: YamlFault[] = document.errors.map((fault) => ({
    message: describeFault(fault, name),
    ...placeAt(fault.pos[0]),
  }))
  visit(document, {
    // Aliases of aliases could fill the memory.
    Alias(_, { range, source }) {
      const message = `The ${name} uses the YAML alias "*${source}". Write the value out in each place.`
      faults.push({ message, ...placeAt(range?.[0] ?? 0) })
    },
  })
  if (faults.length > 0) return { faults, lineOf }
  const value: unknown = document.toJS() ?? {}
  const parsed = schema.safeParse(value)
  if (parsed.success) return { data: { value: showHiddenInValue(parsed.data) }, faults, lineOf }
  const number = isRecord(value) && isKbNumber(value.number) ? value.number : undefined
  const issues = parsed.error.issues
    .flatMap(split)
    .map((issue) =>
      describeIssue(issue.path.length > 0 ? { ...issue, path: asWritten(issue.path) } : issue, value, place),
    )
  return { faults: issues.map(({ message, keys }) => ({ message, ...placeOf(keys) })), lineOf, number }
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
  { name, required, fields = [] }: YamlPlace,
): { message: string; keys: readonly PropertyKey[] } {
  const { path: keys } = issue
  if (issue.code === 'unrecognized_keys') {
    const [key = '', ...others] = issue.keys
    const meant = keys.length === 0 && others.length === 0 ? meantField(key, fields) : undefined
    if (meant !== undefined) {
      return {
        message: `Unknown field ${quote(key)}. Write "${meant}" if that is what is meant.`,
        keys: [...keys, key],
      }
    }
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
