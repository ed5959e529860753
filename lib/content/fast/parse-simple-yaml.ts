/** The fields of a block of YAML, and the line of the block on which each stands, counted from 1. */
interface SimpleYaml {
  readonly value: Readonly<Record<string, unknown>>
  readonly lines: ReadonlyMap<string, number>
}

const FIELD = /^([A-Za-z]\w*):(?: (.+))?$/s
const INNER_FIELD = /^ {2}([^\s:][^:]*):(?: (.+))?$/s
const QUOTED = /^(?:"((?:[^"\\\p{Cc}]|\\["\\])*)"|'([^'\p{Cc}]*)')$/u
/** Other characters at the beginning may mean something in YAML. */
const PLAIN_BEGINNING = /^[A-Za-z0-9(/]/
const ENDS_PLAIN = /\p{Cc}|:(?: |$)| (?:#|$)/u
const KEYWORD = /^(?:null|true|false)$/i
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/

/**
 * Parses YAML of the form that the importer writes, at a tenth of the cost: one field per line, with a text, a number, a list
 * of these or fields of its own. Gives `undefined` for any other form, which is left to the YAML parser.
 */
export function parseSimpleYaml(yaml: string): SimpleYaml | undefined {
  const value: Record<string, unknown> = {}
  const lines = new Map<string, number>()
  const text = yaml.replace(/\n$/, '').split('\n')
  for (let index = 0; index < text.length; ) {
    const [, name, scalar] = FIELD.exec(text[index] ?? '') ?? []
    // A repeated name is a fault, which the YAML parser describes.
    if (name === undefined || lines.has(name)) return undefined
    const field =
      scalar === undefined
        ? takeInner(text, index + 1)
        : { value: scalar === '[]' ? [] : parseScalar(scalar), end: index + 1 }
    if (field?.value === undefined) return undefined
    value[name] = field.value
    lines.set(name, index + 1)
    index = field.end
  }
  return { value, lines }
}

interface Taken {
  readonly value: unknown
  readonly end: number
}

/** Takes the list or the fields indented below a field. A field with neither is null, which is left to the YAML parser. */
function takeInner(text: readonly string[], start: number): Taken | undefined {
  const list = takeList(text, start, '  - ')
  if (list) return list
  const fields = new Map<string, unknown>()
  let index = start
  while (index < text.length) {
    const [, name, scalar] = INNER_FIELD.exec(text[index] ?? '') ?? []
    if (name === undefined) break
    const field =
      scalar === undefined ? takeList(text, index + 1, '    - ') : { value: parseScalar(scalar), end: index + 1 }
    if (!isPlainText(name) || fields.has(name) || field?.value === undefined) return undefined
    fields.set(name, field.value)
    index = field.end
  }
  return index === start ? undefined : { value: Object.fromEntries(fields), end: index }
}

function takeList(text: readonly string[], start: number, mark: string): Taken | undefined {
  const entries: unknown[] = []
  let index = start
  for (; text[index]?.startsWith(mark); index++) {
    const entry = parseScalar((text[index] ?? '').slice(mark.length))
    if (entry === undefined) return undefined
    entries.push(entry)
  }
  return index === start ? undefined : { value: entries, end: index }
}

function parseScalar(text: string): string | number | undefined {
  if (WHOLE_NUMBER.test(text)) return Number(text)
  const quoted = QUOTED.exec(text)
  if (quoted) return quoted[1]?.replace(/\\(["\\])/g, '$1') ?? quoted[2]
  return isPlainText(text) ? text : undefined
}

/** Tells whether YAML takes unquoted words for a text. Whatever it takes for a number, JavaScript does too. */
function isPlainText(text: string): boolean {
  return PLAIN_BEGINNING.test(text) && !ENDS_PLAIN.test(text) && !KEYWORD.test(text) && Number.isNaN(Number(text))
}
