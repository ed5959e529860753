import { fieldKey, type PastedRecord, type RecordList } from './record'

/** Deeper objects are not records, and each level is parsed once more. */
const MAX_DEPTH = 6

/** Where a line within a string begins with a bracket, the text before was cut off, and other JSON begins. */
const BEGINS_ANEW = /^\s*[[{]/
const MAX_INDENT = 40
const NAME_BEFORE = /"([^"\n]{1,60})"\s*:\s*$/
const MAX_NAME = 100

/** An object in JSON: from its bracket to the one that closes it. */
interface ObjectPlace {
  readonly start: number
  readonly end: number
  /** The names of what it stands in, and its own. */
  readonly within: readonly string[]
}

/** A bracket that is not closed yet, with the name before it. */
interface OpenBracket {
  readonly start: number
  readonly isObject: boolean
  readonly name?: string
}

/**
 * Finds the objects of JSON, as `ConvertTo-Json` and web services print them. What stands around them does not matter, and where
 * the text ends too early the objects that are whole are read.
 */
export function findJsonLists(text: string): RecordList[] {
  if (!/[[{]\s*(?:\{\s*)?"/.test(text)) return []
  const { objects, isCut } = findObjects(text)
  const lists = groupObjects(text, objects).flatMap((places) => toList(text, places) ?? [])
  // Which of them lost its end, nothing tells.
  return isCut ? lists.map((list) => ({ ...list, isCut })) : lists
}

function toList(text: string, places: readonly ObjectPlace[]): RecordList | undefined {
  const records = places.flatMap((place) => parseRecord(text, place) ?? [])
  const [first] = records
  if (!first) return undefined
  const names = [...first.values.keys()]
  return { form: 'json', names, records, start: first.start, end: records.at(-1)?.end ?? first.end }
}

/** Objects within each other, with a comma between them or each on a line of its own were printed in one go. */
function groupObjects(text: string, objects: readonly ObjectPlace[]): ObjectPlace[][] {
  const groups: ObjectPlace[][] = []
  let end = 0
  for (const place of objects) {
    const goesOn = place.start < end || /^[ \t]*(?:,\s*|\n[ \t]*)$/.test(text.slice(end, place.start).slice(0, 200))
    if (groups.length > 0 && goesOn) groups.at(-1)?.push(place)
    else groups.push([place])
    end = Math.max(end, place.end)
  }
  return groups
}

/** The objects whose brackets close, in the order of their beginnings. */
function findObjects(text: string): { objects: ObjectPlace[]; isCut: boolean } {
  const objects: ObjectPlace[] = []
  const open: OpenBracket[] = []
  let isQuoted = false
  let isBroken = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (isQuoted && character === '\n' && BEGINS_ANEW.test(text.slice(index, index + MAX_INDENT))) {
      open.length = 0
      isQuoted = false
      isBroken = true
    } else if (open.length > 0 && character === '"') isQuoted = !isQuoted
    else if (isQuoted && character === '\\') index += 1
    else if (isQuoted) continue
    else if (character === '{' || character === '[') open.push(openAt(text, index))
    else if (character === '}') {
      // An array that is open within an object lost its end.
      while (open.at(-1)?.isObject === false) open.pop()
      const within = open.flatMap(({ name }) => name ?? [])
      const closed = open.pop()
      const depth = open.filter(({ isObject }) => isObject).length
      if (closed && depth < MAX_DEPTH) objects.push({ start: closed.start, end: index + 1, within })
    } else if (character === ']' && open.at(-1)?.isObject === false) open.pop()
  }
  const isCut = isBroken || open.some(({ isObject }) => isObject)
  return { objects: objects.sort((one, other) => one.start - other.start), isCut }
}

function openAt(text: string, start: number): OpenBracket {
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, start - MAX_NAME), start))?.[1]
  return { start, isObject: text[start] === '{', name }
}

function parseRecord(text: string, { start, end, within }: ObjectPlace): PastedRecord | undefined {
  const object = parseObject(text.slice(start, end))
  if (!object) return undefined
  const values = Object.entries(object).flatMap(([name, value]): [string, string][] => {
    const text = printValue(value)
    return text === undefined ? [] : [[fieldKey(name), text]]
  })
  return values.length > 0 ? { values: new Map(values), within, start, end } : undefined
}

/** A list of words or numbers is one value: `"HotFixes": ["KB940006", "KB955430"]`. */
function printValue(value: unknown): string | undefined {
  if (!Array.isArray(value)) return value === null || typeof value === 'object' ? undefined : String(value)
  const isPlain = value.length > 0 && value.every((item) => typeof item === 'string' || typeof item === 'number')
  return isPlain ? value.join(', ') : undefined
}

function parseObject(text: string): object | undefined {
  try {
    // A mail program breaks lines within strings as well.
    const value: unknown = JSON.parse(text.replaceAll('\n', ' '))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch (error) {
    // Braces that are not JSON, such as a block of a script.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
