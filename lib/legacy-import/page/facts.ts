import { type KbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'
import { parseDumpDate } from '@/lib/legacy-import/shared/dump-date'
import type { PageLine } from './line'

/** Facts from the lines around the text of a page, filled in as the lines are parsed. */
export interface PageFacts {
  number?: KbNumber
  numberLine?: number
  keywordNumber?: KbNumber
  /** The place of the `Article ID` line among the lines that are kept. */
  idIndex?: number
  title?: string
  reviewed?: string
  revision?: string
  alias?: KbNumber
  queryWords?: string
  readonly products: string[]
  readonly keywords: string[]
}

/** Reads one statement that begins at `index` into `facts` and gives the number of lines that it takes, 0 if none does. */
export function takePageFact(lines: readonly PageLine[], index: number, facts: PageFacts): number {
  const line = lines[index]
  if (line?.kind !== 'text' && line?.kind !== 'heading') return 0
  for (const take of TAKERS) {
    const used = take(lines, index, facts)
    if (used > 0) return used
  }
  return 0
}

type Take = (lines: readonly PageLine[], index: number, facts: PageFacts) => number

/**
 * `Article ID: 940006 - Last Review: January 18, 2008 - Revision: 3.0 Description of ...`, its three-line form, and the
 * words `Article ID` and the number on two lines.
 */
const takeArticleId: Take = (lines, index, facts) => {
  if (!/^Article ID\b/i.test(textAt(lines, index)) || facts.number !== undefined) return 0
  for (let used = 1; used <= 4; used++) {
    const joined = joinLines(lines, index, used)
    const match = /^Article ID ?:? ?(?:KB|Q)?0*(\d{4,7})\b(.*)$/i.exec(joined)
    if (!match?.[1]) continue
    const rest = match[2] ?? ''
    const isCut = /Last Review/i.test(rest) && !/Revision ?: ?\d/i.test(rest)
    if (isCut && used < 4 && lines[index + used]?.kind === 'text') continue
    facts.number = toKbNumber(Number(match[1]))
    facts.numberLine = lines[index]?.line ?? 1
    readRest(rest, facts)
    return used
  }
  return 0
}

function readRest(rest: string, facts: PageFacts): void {
  const reviewed = /Last Review ?: ?(?:[A-Za-z]+, )?([A-Za-z]+ \d{1,2}, ?\d{4})/i.exec(rest)
  if (reviewed?.[1]) facts.reviewed = parseDumpDate(reviewed[1])
  const revision = /Revision ?: ?(\d+(?:\.\d+)*)/i.exec(rest)
  if (revision?.[1]) facts.revision = revision[1]
  const title = rest
    .replace(/[-–] ?Last Review ?: ?(?:[A-Za-z]+, )?[A-Za-z]+ \d{1,2}, ?\d{4}/i, '')
    .replace(/[-–] ?Revision ?: ?\d+(?:\.\d+)*/i, '')
    .replace(/[-–] ?View products that this article applies to\.?/i, '')
    .trim()
  if (/[a-z]{3}/i.test(title)) facts.title = title
}

const takeLastReview: Take = (lines, index, facts) => {
  const label = /^(?:Last Review(?:ed)?|Article Last Modified on) ?:? ?(.*)$/i.exec(textAt(lines, index))
  if (!label) return 0
  const used = label[1] ? 1 : 2
  const value = label[1] || textAt(lines, index + 1)
  const date = parseDumpDate(value)
  if (date === undefined) return 0
  facts.reviewed ??= date
  // One mirror prints the products right below, without their heading.
  return used + (label[0].startsWith('Article') ? takeProducts(lines, index + used, facts, /^Microsoft /) : 0)
}

const takeRevision: Take = (lines, index, facts) => {
  const match = /^Revision ?: ?(\d+(?:\.\d+)*)?$/i.exec(textAt(lines, index))
  if (!match) return 0
  const value = match[1] ?? /^\d+(?:\.\d+)*$/.exec(textAt(lines, index + 1))?.[0]
  if (value === undefined) return 0
  facts.revision ??= value
  return match[1] === undefined ? 2 : 1
}

const takeAlias: Take = (lines, index, facts) => {
  if (!/^This article was\b/i.test(textAt(lines, index))) return 0
  for (let used = 1; used <= 3; used++) {
    const match = /^This article was previously published under (?:JP|Q)?(\d{4,7})\.?$/i.exec(
      joinLines(lines, index, used),
    )
    if (!match) continue
    facts.alias = toKbNumber(Number(match[1]))
    return used
  }
  // With other words behind it the line stays in the body.
  const number = /^This article was previously published under (?:JP|Q)?(\d{4,7})\b/i.exec(textAt(lines, index))?.[1]
  if (number !== undefined) facts.alias = toKbNumber(Number(number))
  return 0
}

/** What a mirror counted; it stands below `Article Info`. */
const takeMirrorInfo: Take = (lines, index) =>
  /^(?:Created on|Published on|Exists online|Views) ?: ?\S{1,20}$/i.test(textAt(lines, index)) ? 1 : 0

const takeKeywords: Take = (lines, index, facts) => {
  const match = /^Keywords? ?: ?(.*)$/i.exec(textAt(lines, index))
  if (!match) return 0
  const words = splitWords(match[1] ?? '')
  let used = 1
  if (words.length > 0 && !words.every((word) => KEYWORD.test(word))) return 0
  for (; used < 12; used++) {
    const next = lines[index + used]
    if (next?.kind === 'blank' && words.length === 0) continue
    const more = splitWords(next?.kind === 'text' ? next.text : '')
    if (more.length === 0 || !more.every((word) => KEYWORD.test(word)) || !more.some((word) => /^kb/i.test(word))) break
    words.push(...more)
  }
  for (const word of words) {
    const own = /^KB(\d{5,7})$/.exec(word)?.[1]
    if (own === undefined) facts.keywords.push(word)
    else facts.keywordNumber = toKbNumber(Number(own))
  }
  return used
}
const KEYWORD = /^[A-Za-z][\w.&/+-]*$/

const takeQueryWords: Take = (lines, index, facts) => {
  const match = /^Additional (?:query|reference) words ?: ?(.*)$/i.exec(textAt(lines, index))
  if (!match) return 0
  facts.queryWords = match[1] ?? ''
  return 1
}

const takeAppliesTo: Take = (lines, index, facts) => {
  if (!/^(?:applies to|the information in this article applies to) ?:?$/i.test(textAt(lines, index))) return 0
  return 1 + takeProducts(lines, index + 1, facts, /^/)
}

/** Reads products in rows, with markers or bare; the list ends where anything else begins. */
function takeProducts(lines: readonly PageLine[], start: number, facts: PageFacts, shape: RegExp): number {
  let index = start
  let end = start
  let isMarked: boolean | undefined
  for (; index < lines.length; index++) {
    const line = lines[index]
    if (line?.kind === 'blank' || (line?.kind === 'chrome' && isMarked === undefined)) continue
    if (
      line?.kind !== 'text' ||
      /^(?:Keywords?|Additional query words) ?:|^(?:Article ID|Properties)\b/i.test(line.text)
    )
      break
    const marked = /^(?:\| ?)?[•·▪*-]\s?\|?\s*(\S.*?)\s*\|?$/.exec(line.text)?.[1]
    if (isMarked === undefined) {
      if (!shape.test(marked ?? line.text) || (marked === undefined && !isProduct(line.text))) break
      isMarked = marked !== undefined
    }
    const isNext = isMarked
      ? marked !== undefined
      : isProduct(line.text) && (end === start || lines[index - 1]?.kind === 'text')
    if (!isNext) {
      // The end of a product that was wrapped; an open row goes on to its pipe.
      const before = lines[index - 1]?.text ?? ''
      const isOpenRow = before.startsWith('|') && !before.endsWith('|')
      if (!isOpenRow && (!/^[a-z(|]|^\d+$/.test(line.text) || lines[index - 1]?.kind !== 'text')) break
      facts.products.push(`${facts.products.pop() ?? ''} ${line.text.replace(/\s*\|$/, '')}`.trim())
    } else facts.products.push((marked ?? line.text).trim())
    end = index + 1
  }
  return end - start
}

function isProduct(text: string): boolean {
  return text.length < 160 && !/[.:?!]$/.test(text) && !text.startsWith('|')
}

const TAKERS: readonly Take[] = [
  takeArticleId,
  takeLastReview,
  takeRevision,
  takeAlias,
  takeMirrorInfo,
  takeKeywords,
  takeQueryWords,
  takeAppliesTo,
]

function textAt(lines: readonly PageLine[], index: number): string {
  const line = lines[index]
  return line?.kind === 'text' || line?.kind === 'heading' ? line.text : ''
}

function joinLines(lines: readonly PageLine[], index: number, count: number): string {
  const texts = []
  for (let at = index; at < index + count; at++) texts.push(textAt(lines, at))
  return texts.join(' ').trim()
}

function splitWords(text: string): string[] {
  return text.split(/[\s,;|]+/).filter((word) => word !== '')
}
