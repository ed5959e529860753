import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type { z } from 'zod'
import { ArticleError } from '@/lib/kb/articles/errors'
import { type FrontMatter, frontMatterSchema } from '@/lib/kb/articles/front-matter'
import { isKbNumber } from '@/lib/kb/numbers/kb-number'
import { readSimpleYaml } from './fast/read-simple-yaml'

interface ParsedFrontMatter {
  readonly frontMatter: FrontMatter
  /** The line of the file on which each field stands, counted from 1. */
  readonly fieldLines: Readonly<Record<string, number>>
}

/** The opening `---` is line 1 of the file, so the block begins on line 2. */
const FIRST_LINE = 2

/** Gives the checked front matter of a YAML block. Throws an `ArticleError` that names the line and the value. */
export function parseFrontMatter(yaml: string, path: string): ParsedFrontMatter {
  return parseSimply(yaml) ?? parseFully(yaml, path)
}

/** Gives `undefined` for what is not simple, and for whatever has a fault to be described. */
function parseSimply(yaml: string): ParsedFrontMatter | undefined {
  const simple = readSimpleYaml(yaml)
  const parsed = simple && frontMatterSchema.safeParse(simple.value)
  if (!parsed?.success) return undefined
  return {
    frontMatter: parsed.data,
    fieldLines: fieldLinesOf(parsed.data, (field) => FIRST_LINE - 1 + (simple?.lines.get(field) ?? 0)),
  }
}

function parseFully(yaml: string, path: string): ParsedFrontMatter {
  const lines = new LineCounter()
  const lineOf = (offset: number) => FIRST_LINE + Math.max(lines.linePos(offset).line, 1) - 1
  // The core schema knows strings, numbers, booleans and null only: nothing in it is evaluated.
  const document = parseDocument(yaml, { schema: 'core', lineCounter: lines, prettyErrors: false })
  const fault = document.errors[0]
  if (fault) throw new ArticleError(describeFault(fault), { path, line: lineOf(fault.pos[0]) })
  refuseAliases(document, path, lineOf)
  const value: unknown = document.toJS() ?? {}
  const parsed = frontMatterSchema.safeParse(value)
  const lineOfPath = (keys: readonly PropertyKey[]) => {
    const offset = offsetOf(document, keys)
    return offset === undefined ? FIRST_LINE - 1 : lineOf(offset)
  }
  if (!parsed.success) throw schemaError(parsed.error, value, path, lineOfPath)
  return {
    frontMatter: parsed.data,
    fieldLines: fieldLinesOf(parsed.data, (field) => lineOfPath([field])),
  }
}

function fieldLinesOf(frontMatter: FrontMatter, lineOf: (field: string) => number): Record<string, number> {
  return Object.fromEntries(Object.keys(frontMatter).map((field) => [field, lineOf(field)]))
}

function describeFault({ code, message }: YAMLError): string {
  if (code === 'RESOURCE_EXHAUSTION')
    return 'The front matter nests too deeply to be read. Write plain fields and lists.'
  return `The front matter is not valid YAML: ${message.replace(/[.\s]+$/, '')}. Correct the line; quote a value that has a colon, "#" or a quote in it.`
}

/** An alias repeats a value, and aliases of aliases would fill the memory. */
function refuseAliases(document: Document, path: string, lineOf: (offset: number) => number): void {
  visit(document, {
    Alias(_, { range, source }) {
      throw new ArticleError(`The front matter uses the YAML alias "*${source}". Write the value out in each place.`, {
        path,
        line: lineOf(range?.[0] ?? 0),
      })
    },
  })
}

/** Where the last of `keys` stands that is there: a field at its name, an entry of a list at its value. */
function offsetOf(document: Document, keys: readonly PropertyKey[]): number | undefined {
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

function schemaError(
  error: z.ZodError,
  value: unknown,
  path: string,
  lineOfPath: (keys: readonly PropertyKey[]) => number,
): ArticleError {
  const number = isRecord(value) && isKbNumber(value.number) ? value.number : undefined
  const issue = error.issues[0]
  if (!issue) throw new Error('The schema refused the front matter without an issue.', { cause: error })
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    return new ArticleError(
      `There is no field ${quote(key)}. Remove it, or correct its name; docs/content-format.md lists the fields.`,
      { path, line: lineOfPath([...issue.path, key]), number },
    )
  }
  const field = issue.path.join('.')
  const found = issue.path.reduce<unknown>((part, key) => (isRecord(part) ? part[String(key)] : undefined), value)
  if (field === '') {
    return new ArticleError(`The front matter is ${quote(value)}. Write one "field: value" a line.`, { path, line: 1 })
  }
  if (found === undefined) {
    const advice =
      issue.path.length === 1
        ? 'Add it to the front matter; every article needs number and title.'
        : `Add it; docs/content-format.md says what belongs to "${String(issue.path[0])}".`
    return new ArticleError(`The field "${field}" is missing. ${advice}`, {
      path,
      line: lineOfPath(issue.path),
      number,
    })
  }
  const top = String(issue.path[0])
  return new ArticleError(`The field "${field}" is ${quote(found)}. Write ${expectation(issue, top)}.`, {
    path,
    line: lineOfPath(issue.path),
    number,
  })
}

/** What to write instead, in words: from the schema's own message, with the field's sentence where that is too general. */
function expectation(issue: z.core.$ZodIssue, field: string): string {
  switch (issue.code) {
    case 'invalid_value':
      return `one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`
    case 'too_big':
      return `at most ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'entries'}`
    case 'too_small':
      return 'something, or leave the field out'
    case 'invalid_type':
      if (issue.expected === 'string') return 'text, in quotes where it looks like a number'
      return issue.expected === 'array'
        ? 'a list, each entry on a line of its own after "- "'
        : 'fields of its own, indented below it'
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
