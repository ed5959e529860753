import { parseLegacyUrl } from '@/lib/kb/numbers/legacy-url'
import type { PageBlock } from './block'
import { isCapitalHeading, isVocabularyHeading } from './headings'
import type { PageLine } from './line'

/**
 * Reads a reference to another article that begins at `start`: `937052 (http://support.microsoft.com/kb/937052/) Title`,
 * broken over up to five lines. `isExpected` says that the text before announced one; then the address may be missing,
 * as mirrors drop it (`256986 Description of ...`).
 */
export function readReference(
  lines: readonly PageLine[],
  start: number,
  isExpected: boolean,
): { block: PageBlock; next: number } | undefined {
  const first = lines[start]
  if (first?.kind !== 'text' || !/^Q?\d{5,7}(?:\s|$)/.test(first.text)) return undefined
  const run: PageLine[] = []
  for (const line of lines.slice(start, start + 6)) {
    if (line.kind !== 'text') break
    run.push(line)
  }
  return withAddress(run, start) ?? (isExpected ? withoutAddress(lines, start) : undefined)
}

/** Tells whether `text` announces references, as `... in the Microsoft Knowledge Base:` does. */
export function announcesReference(text: string): boolean {
  return /Knowledge Base(?: articles?)?:?$|article numbers?\b.{0,80}:$|following articles?:$/i.test(text)
}

const ADDRESS = /^Q?(\d{5,7})\s*\(\s*(https?:\/\/[^\s()]+)\s*\)/

function withAddress(run: readonly PageLine[], start: number) {
  const joined = run.map(({ text }) => text).join('\n')
  const match = ADDRESS.exec(joined)
  if (!match?.[1] || !match[2] || parseLegacyUrl(match[2]) !== Number(match[1])) return undefined
  const used = match[0].split('\n').length
  const sameLine = joined.slice(match[0].length).split('\n')[0]?.trim() ?? ''
  // A full stop or a comma behind the address: the reference stands inside a sentence.
  if (/^[.,;)]|^(?:and|or)\b/.test(sameLine)) return undefined
  if (/^[.,;]/.test(run[used]?.text ?? '')) return undefined
  return takeTitle(run, { number: match[1], sameLine, used, start })
}

function withoutAddress(lines: readonly PageLine[], start: number) {
  const text = lines[start]?.text ?? ''
  const match = /^Q?(\d{5,7})(?: +(?=["“A-Z])|$)/.exec(text)
  if (!match?.[1]) return undefined
  const sameLine = text.slice(match[0].length).trim()
  const run = lines.slice(start, start + 4)
  return takeTitle(run, { number: match[1], sameLine, used: 1, start })
}

interface Found {
  readonly number: string
  readonly sameLine: string
  /** How many lines the number and its address take. */
  readonly used: number
  readonly start: number
}

function takeTitle(run: readonly PageLine[], { number, sameLine, used, start }: Found) {
  let title = sameLine
  let next = used
  if (title === '' && isTitleLine(run[next])) title = run[next++]?.text ?? ''
  while (title !== '' && goesOn(title, run[next])) title = `${title} ${run[next++]?.text}`
  const block: PageBlock = { type: 'reference', number, title }
  return { block, next: start + next }
}

function isTitleLine(line: PageLine | undefined): boolean {
  if (line?.kind !== 'text' || isCapitalHeading(line.text)) return false
  // A sentence is not a title.
  if (/[.:]$|[a-z]\. [A-Z]/.test(line.text)) return false
  if (/^(?:How to obtain|Known issues?)\b/.test(line.text)) return true
  return (
    /^["“'[(]?[A-Z]/.test(line.text) &&
    !isVocabularyHeading(line.text) &&
    !/^(?:For more information|Note|Important|To [a-z]+ )/.test(line.text)
  )
}

function goesOn(title: string, next: PageLine | undefined): boolean {
  if (next?.kind !== 'text' || /[.?!]$/.test(title)) return false
  return (
    /^[a-z(]/.test(next.text) ||
    (/\b(?:the|an?|and|or|of|to|in|on|for|by|with|from|Microsoft)$/.test(title) && /^[A-Z"]/.test(next.text))
  )
}
