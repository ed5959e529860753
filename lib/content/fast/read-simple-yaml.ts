/** The fields of a block of YAML, and the line of the block on which each stands, counted from 1. */
interface SimpleYaml {
  readonly value: Readonly<Record<string, unknown>>
  readonly lines: ReadonlyMap<string, number>
}

const FIELD = /^([A-Za-z]\w*):(?: (.+))?$/s
const INNER_FIELD = /^ {2}([^\s:][^:]*):(?: (.+))?$/s
const QUOTED = /^(?:"((?:[^"\\\p{Cc}]|\\["\\])*)"|'([^'\p{Cc}]*)')$/u
/** Other beginnings may be marks of YAML. */
const PLAIN_BEGINNING = /^[A-Za-z0-9(/]/
const ENDS_PLAIN = /\p{Cc}|:(?: |$)| (?:#|$)/u
const NO_TEXT = /^(?:null|true|false)$/i
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/

/**
 * Reads YAML of the form that the importer writes, at a tenth of the cost: a field a line, which has a text, a number, a list
 * of these or fields of its own. Gives `undefined` for any other form; the YAML parser reads that.
 */
export function readSimpleYaml(yaml: string): SimpleYaml | undefined {
  const value: Record<string, unknown> = {}
  const lines = new Map<string, number>()
  const text = yaml.replace(/\n$/, '').split('\n')
  for (let at = 0; at < text.length; ) {
    const [, name, scalar] = FIELD.exec(text[at] ?? '') ?? []
    // A name that stands twice is a fault.
    if (name === undefined || lines.has(name)) return undefined
    const field =
      scalar === undefined ? readInner(text, at + 1) : { value: scalar === '[]' ? [] : readScalar(scalar), end: at + 1 }
    if (field?.value === undefined) return undefined
    value[name] = field.value
    lines.set(name, at + 1)
    at = field.end
  }
  return { value, lines }
}

interface Inner {
  readonly value: unknown
  readonly end: number
}

/** The list or the fields that are indented below a field. Without any the field is null, which is left to the YAML parser. */
function readInner(text: readonly string[], start: number): Inner | undefined {
  const list = readList(text, start, '  - ')
  if (list) return list
  const fields = new Map<string, unknown>()
  let at = start
  while (at < text.length) {
    const [, name, scalar] = INNER_FIELD.exec(text[at] ?? '') ?? []
    if (name === undefined) break
    const field = scalar === undefined ? readList(text, at + 1, '    - ') : { value: readScalar(scalar), end: at + 1 }
    if (!isPlainText(name) || fields.has(name) || field?.value === undefined) return undefined
    fields.set(name, field.value)
    at = field.end
  }
  return at === start ? undefined : { value: Object.fromEntries(fields), end: at }
}

function readList(text: readonly string[], start: number, mark: string): Inner | undefined {
  const entries: unknown[] = []
  let at = start
  for (; text[at]?.startsWith(mark); at++) {
    const entry = readScalar((text[at] ?? '').slice(mark.length))
    if (entry === undefined) return undefined
    entries.push(entry)
  }
  return at === start ? undefined : { value: entries, end: at }
}

function readScalar(text: string): string | number | undefined {
  if (WHOLE_NUMBER.test(text)) return Number(text)
  const quoted = QUOTED.exec(text)
  if (quoted) return quoted[1]?.replace(/\\(["\\])/g, '$1') ?? quoted[2]
  return isPlainText(text) ? text : undefined
}

/** Tells whether YAML takes unquoted words for a text. All that it takes for a number JavaScript does as well. */
function isPlainText(text: string): boolean {
  return PLAIN_BEGINNING.test(text) && !ENDS_PLAIN.test(text) && !NO_TEXT.test(text) && Number.isNaN(Number(text))
}
