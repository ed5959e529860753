import { type KbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { decodeEntities } from '@/lib/legacy-import/shared/text-artefacts'

/**
 * What stands around the body of an article of the Jekyll archive. All 3,349 files are alike: Jekyll front matter
 * (`layout`, `title: "Q11274: ..."`, `permalink`), the same title as a heading, and between raw markers a block in which
 * every line begins with a TAB: six header fields, a blank line, the body.
 */
export interface JekyllFrame {
  readonly number: KbNumber | undefined
  /** The number before the title. */
  readonly titleNumber: KbNumber | undefined
  readonly title: string
  /** `Version(s)`, `Operating System(s)` and so on, without the "(s)". */
  readonly fields: ReadonlyMap<string, string>
  /** The body without its TABs. */
  readonly body: string
  /** The line in the file at which the body begins, counted from 1. */
  readonly bodyLine: number
  readonly hasRawMarkers: boolean
}

/** Cuts an article of the Jekyll archive into its parts; what is missing is empty. */
export function parseJekyllFrame(text: string): JekyllFrame {
  const lines = text.split('\n')
  const front = lines.indexOf('---', 1)
  const open = lines.findIndex((line) => /^\{%-? *raw *-?%\}\s*$/.test(line))
  const close = lines.findLastIndex((line) => /^\{%-? *endraw *-?%\}\s*$/.test(line))
  const start = open >= 0 ? open + 1 : Math.max(front, 0) + 1
  const end = close > start ? close : lines.length

  const heading = lines.slice(0, open >= 0 ? open : undefined).find((line) => /^## *Q?\d+ *:/.test(line))
  // The title in quotes is not always valid YAML (`title: "Q1: "Foo" Bar"`), so it is read as text.
  const quoted = lines.slice(0, Math.max(front, 0)).find((line) => line.startsWith('title:'))
  const named = /^(?:## *|title: *"?)(Q?\d+) *: *(.*?)"?\s*$/.exec(heading ?? quoted ?? '')
  const { fields, bodyStart } = readFields(lines, start, end)
  return {
    titleNumber: parseKbNumber(named?.[1] ?? ''),
    number: parseKbNumber(fields.get('Article') ?? named?.[1] ?? ''),
    title: decodeEntities(heading ? heading.replace(/^## *Q?\d+ *: */, '') : (named?.[2] ?? '')).trim(),
    fields,
    body: lines.slice(bodyStart, end).map(withoutTab).join('\n'),
    bodyLine: bodyStart + 1,
    hasRawMarkers: open >= 0 && close > open,
  }
}

const FIELD = /^(Article|Product|Version|Operating System|Keyword|Last Modified)(?:\(s\))? *: *(.*?)\s*$/

function readFields(lines: readonly string[], start: number, end: number) {
  const fields = new Map<string, string>()
  let index = start
  for (; index < end; index++) {
    const line = withoutTab(lines[index] ?? '')
    const field = FIELD.exec(line)
    if (field?.[1] !== undefined) fields.set(field[1], field[2] ?? '')
    else if (line.trim() !== '' || fields.size > 0) break
  }
  return { fields, bodyStart: index }
}

/** One TAB stands before every line of the block; further TABs belong to the text. */
function withoutTab(line: string): string {
  return line.startsWith('\t') ? line.slice(1) : line
}
