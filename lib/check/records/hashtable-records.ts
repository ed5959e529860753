import type { Line } from './lines'
import { fieldKey, type PastedRecord, type RecordList } from './record'

/** `@{HotFixID=KB968012; Description=Update}`: an object of PowerShell that became a text. */
const HASHTABLE = /^\s*"?@\{([^{}]{3,1000})\}"?\s*$/

/** Finds the objects that PowerShell prints on a line each; those on lines that follow each other are one list. */
export function findHashtables(lines: readonly Line[]): RecordList[] {
  const lists: PastedRecord[][] = []
  let last: number | undefined
  for (const [index, line] of lines.entries()) {
    const fields = HASHTABLE.exec(line.text)?.[1]
    if (fields === undefined) continue
    const record = { values: readFields(fields), start: line.start, end: line.end }
    if (last === index - 1) lists.at(-1)?.push(record)
    else lists.push([record])
    last = index
  }
  return lists.map((records) => ({
    form: 'fields',
    names: [...(records[0]?.values.keys() ?? [])],
    records,
    start: records[0]?.start ?? 0,
    end: records.at(-1)?.end ?? 0,
  }))
}

function readFields(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(';').flatMap((field): [string, string][] => {
      const at = field.indexOf('=')
      return at === -1 ? [] : [[fieldKey(field.slice(0, at)), field.slice(at + 1).trim()]]
    }),
  )
}
