import { fieldKey, type PastedRecord, type RecordList } from './record'

/** Deeper objects are not records, and each level is parsed once more. */
const MAX_DEPTH = 6

/** An object in JSON: from its bracket to the one that closes it. */
interface ObjectPlace {
  readonly start: number
  readonly end: number
}

/**
 * Finds the objects of JSON, as `ConvertTo-Json` and web services print them. What stands around them does not matter, and where
 * the text ends too early the objects that are whole are read.
 */
export function findJsonLists(text: string): RecordList[] {
  if (!/[[{]\s*(?:\{\s*)?"/.test(text)) return []
  const { objects, isCut } = findObjects(text)
  const records = objects.flatMap((place) => parseRecord(text, place) ?? [])
  const [first] = records
  if (!first) return []
  return [
    {
      form: 'json',
      names: [...first.values.keys()],
      records,
      start: first.start,
      end: records.at(-1)?.end ?? first.end,
      isCut,
    },
  ]
}

/** The objects whose brackets close, in the order of their beginnings. */
function findObjects(text: string): { objects: ObjectPlace[]; isCut: boolean } {
  const objects: ObjectPlace[] = []
  const open: number[] = []
  let isQuoted = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (open.length > 0 && character === '"') isQuoted = !isQuoted
    else if (isQuoted && character === '\\') index += 1
    else if (isQuoted) continue
    else if (character === '{') open.push(index)
    else if (character === '}') {
      const start = open.pop()
      if (start !== undefined && open.length < MAX_DEPTH) objects.push({ start, end: index + 1 })
    }
  }
  return { objects: objects.sort((one, other) => one.start - other.start), isCut: open.length > 0 }
}

function parseRecord(text: string, { start, end }: ObjectPlace): PastedRecord | undefined {
  const object = parseObject(text.slice(start, end))
  if (!object) return undefined
  const values = Object.entries(object).flatMap(([name, value]): [string, string][] =>
    value === null || typeof value === 'object' ? [] : [[fieldKey(name), String(value)]],
  )
  return values.length > 0 ? { values: new Map(values), start, end } : undefined
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch (error) {
    // Braces that are not JSON, such as a block of a script.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
