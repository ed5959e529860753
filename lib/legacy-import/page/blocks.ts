import { readBareItems } from './bare-items'
import type { PageBlock } from './block'
import { readEventEntries } from './events'
import { isHeadingAt } from './heading-lines'
import { endsSentence } from './headings'
import type { PageLine } from './line'
import { hasFirstNumber, hasMarker, readMarkedList } from './lists'
import { announcesReference, readReference } from './references'
import { readPipeRows } from './rows'

/** Turns the lines of a page into blocks; all headings are of depth 2 until their levels are known. */
export function parsePageBlocks(lines: readonly PageLine[]): PageBlock[] {
  return parseLines(lines, { isItem: false })
}

interface Context {
  /** Inside an item everything up to its end is one paragraph, unless something else begins. */
  readonly isItem: boolean
}

function parseItem(lines: readonly PageLine[]): PageBlock[] {
  return parseLines(lines, { isItem: true })
}

function parseLines(lines: readonly PageLine[], context: Context): PageBlock[] {
  const blocks: PageBlock[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (!line) break
    if (line.kind === 'blank' || line.kind === 'chrome' || line.kind === 'section-end') {
      index++
      continue
    }
    if (!context.isItem && isHeadingAt(lines, index)) {
      blocks.push({ type: 'heading', text: line.text.replace(/:$/, ''), depth: 2, line: line.line })
      index++
      continue
    }
    const read = readSpecial(lines, index, blocks, context) ?? readParagraph(lines, index, blocks, context)
    blocks.push(...read.blocks)
    index = read.next
  }
  return blocks
}

/** So many blocks may stand between an item and the next one of its list. */
const NEAR = 8

interface Read {
  readonly blocks: readonly PageBlock[]
  readonly next: number
}

/** What is not prose: tables, lists, events, references, items that lost their marker, registry paths. */
function readSpecial(
  lines: readonly PageLine[],
  index: number,
  before: readonly PageBlock[],
  { isItem }: Context,
): Read | undefined {
  const rows = readPipeRows(lines, index, parseItem)
  if (rows) return rows
  const list = startsList(lines, index, before) ? readMarkedList(lines, index, parseItem) : undefined
  if (list) return { ...list, blocks: list.blocks.map(asReferences) }
  const events = readEventEntries(lines, index)
  if (events) {
    return { blocks: events.entries.map((value) => ({ type: 'code', language: 'event', value })), next: events.next }
  }
  // In an item the title of a reference goes on to the end of the item, so that it is read as a paragraph.
  const reference = isItem ? undefined : readReference(lines, index, isReferenceExpected(before))
  if (reference) return withSiblings(lines, reference, before)
  if (isSeparator(lines[index]?.text ?? ''))
    return { blocks: [{ type: 'separator', text: lines[index]?.text ?? '' }], next: index + 1 }
  return readRegistryPath(lines, index) ?? (isItem ? undefined : readBareItems(lines, index, before))
}

/** Items that are nothing but a number and a title are references, though a mirror dropped the address. */
function asReferences(block: PageBlock): PageBlock {
  if (block.type !== 'list') return block
  const items = block.items.map(({ blocks }) => {
    const [only, more] = blocks
    const match = only?.type === 'paragraph' && !more ? /^(\d{6,7}) +(["“A-Z].*)$/.exec(only.text) : null
    return match?.[1]
      ? { blocks: [{ type: 'reference' as const, number: match[1], title: match[2] ?? '' }] }
      : undefined
  })
  const references = items.filter((item) => item !== undefined)
  return references.length === block.items.length ? { ...block, items: references } : block
}

/** A wrapped line that happens to begin with a dash or a number is prose. */
function startsList(lines: readonly PageLine[], index: number, before: readonly PageBlock[]): boolean {
  const text = lines[index]?.text ?? ''
  if (hasFirstNumber(text)) return true
  const last = before.at(-1)
  if (hasMarker(text)) {
    const isAfterList = before.at(-2)?.type === 'list'
    return !text.startsWith('-') || last?.type !== 'paragraph' || endsSentence(last.text) || isAfterList
  }
  // A list whose numbering goes on after a table or a note between its items.
  const list = before.slice(-NEAR).findLast(({ type }) => type === 'list')
  const number = /^(\d{1,3})[.)] \S/.exec(text)?.[1]
  if (number === undefined || list?.type !== 'list' || !list.ordered) return false
  return Number(number) === list.start + list.items.length
}

function isReferenceExpected(before: readonly PageBlock[]): boolean {
  const last = before.at(-1)
  if (last?.type === 'reference') return true
  return last?.type === 'paragraph' && announcesReference(last.text)
}

/**
 * References that follow each other after a lead such as `includes the following fixes:` are a list that lost its
 * markers; where the lead asks the reader to click, each is a line of its own, as on the page.
 */
function withSiblings(
  lines: readonly PageLine[],
  first: { block: PageBlock; next: number },
  before: readonly PageBlock[],
): Read {
  const found = [first.block]
  let { next } = first
  for (;;) {
    let at = next
    while (lines[at]?.kind === 'blank') at++
    const another = readReference(lines, at, true)
    if (!another) break
    found.push(another.block)
    next = another.next
  }
  const lead = before.at(-1)
  const isList =
    found.length > 1 && lead?.type === 'paragraph' && lead.text.endsWith(':') && !/\bclick\b/.test(lead.text)
  if (!isList) return { blocks: found, next }
  return {
    blocks: [{ type: 'list', ordered: false, start: 1, items: found.map((block) => ({ blocks: [block] })) }],
    next,
  }
}

function isSeparator(text: string): boolean {
  return /^-{1,2} ?(?:or|and|and\/or) ?-{1,2}$/i.test(text)
}

/** A registry key on lines of its own is code; a break after a backslash is one that the page was given. */
function readRegistryPath(lines: readonly PageLine[], start: number): Read | undefined {
  if (!/^\[?HKEY_[A-Z_]+(?:\\|$)/.test(lines[start]?.text ?? '')) return undefined
  let value = lines[start]?.text ?? ''
  let next = start + 1
  while (value.endsWith('\\') && lines[next]?.kind === 'text' && /^[\w\\ .{}-]+$/.test(lines[next]?.text ?? ''))
    value += lines[next++]?.text ?? ''
  // A sentence about the key is prose.
  if (/[.:]$|\b(?:is|are|subkey|key|value)\b \w+/i.test(value)) return undefined
  return { blocks: [{ type: 'code', value }], next }
}

function readParagraph(
  lines: readonly PageLine[],
  start: number,
  before: readonly PageBlock[],
  context: Context,
): Read {
  let text = lines[start]?.text ?? ''
  let next = start + 1
  while (next < lines.length && goesOn(lines, next, text, { before, context })) {
    text = `${text} ${lines[next]?.text ?? ''}`
    next++
  }
  return { blocks: [{ type: 'paragraph', text: text.replace(/\s+/g, ' ') }], next }
}

interface Paragraph {
  readonly before: readonly PageBlock[]
  readonly context: Context
}

/** docs/import-formats.md, rule 4: a line continues the one before if that one does not end a sentence. */
function goesOn(lines: readonly PageLine[], index: number, text: string, { before, context }: Paragraph): boolean {
  const line = lines[index]
  if (line?.kind !== 'text') return false
  if (/^\(\s*https?:/.test(line.text) || /^\)/.test(line.text) || /\(\s*https?:[^\s()]*$/.test(text)) return true
  if (/^[.,;]/.test(line.text)) return true
  const isNumberInside = /^\d{5,7}$/.test(line.text) && !text.endsWith(':')
  if (isNumberInside) return true
  if (text.endsWith(':') || isAlertStart(line.text) || /^https?:\/\/\S+$/.test(text)) return false
  if (!context.isItem && isHeadingAt(lines, index)) return false
  const paragraph: PageBlock = { type: 'paragraph', text }
  if (startsOther(lines, index, [...before.slice(-NEAR), paragraph])) return false
  if (/^[a-z]/.test(line.text)) return true
  if (!context.isItem && SENTENCE_START.test(line.text)) return false
  if (/\(https?:[^\s()]+\s*\)$/.test(text)) return false
  return context.isItem ? !/^https?:/.test(line.text) || !endsSentence(text) : !endsSentence(text)
}

/** Words that begin a sentence and do not go on with one, though a stop or an address before them was lost. */
const SENTENCE_START =
  /^(?:The following|This (?:issue|problem|behavior|article|update|hotfix) |To (?:work around|resolve|do|obtain|install|remove) |For more information|If you |When you |You (?:can|may|must) )/

function isAlertStart(text: string): boolean {
  return /^(?:Notes?|Important|Warning|Caution|Tip):?(?: ["“A-Z]|$)/.test(text)
}

function startsOther(lines: readonly PageLine[], index: number, before: readonly PageBlock[]): boolean {
  const text = lines[index]?.text ?? ''
  if (text.startsWith('|') || (hasMarker(text) && startsList(lines, index, before)) || isSeparator(text)) return true
  if (hasFirstNumber(text) && endsSentence(before.at(-1)?.type === 'paragraph' ? lastText(before) : '.')) return true
  if (/^(?:Event|Type|Source|Category|Date)\b/.test(text) && readEventEntries(lines, index)) return true
  return readReference(lines, index, false) !== undefined && endsSentence(lastText(before))
}

function lastText(before: readonly PageBlock[]): string {
  const last = before.at(-1)
  return last?.type === 'paragraph' ? last.text : ''
}
