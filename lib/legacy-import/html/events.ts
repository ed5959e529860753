import type { PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { readEventEntries } from '@/lib/legacy-import/page/events'
import type { PageLine } from '@/lib/legacy-import/page/line'
import { isBlockContent } from '@/lib/legacy-import/shared/block-content'
import { joinAtBreaks, splitAtBreaks } from '@/lib/legacy-import/shared/line-breaks'

/** Makes a block of each event-log entry, whether its fields stand in paragraphs with breaks or in preformatted text. */
export function findHtmlEvents(blocks: readonly RootContent[]): RootContent[] {
  const found: RootContent[] = []
  let index = 0
  while (index < blocks.length) {
    const block = blocks[index]
    if (!block) break
    let next = index + 1
    if (block.type === 'paragraph') {
      while (blocks[next]?.type === 'paragraph') next++
      found.push(...eventsInParagraphs(blocks.slice(index, next)))
    } else if (block.type === 'code') found.push(...eventsInCode(block))
    else if (block.type === 'list') {
      const children = block.children.map((item) => ({
        ...item,
        children: findHtmlEvents(item.children).filter(isBlockContent),
      }))
      found.push({ ...block, children })
    } else found.push(block)
    index = next
  }
  return found
}

interface SourceLine {
  readonly children: PhrasingContent[]
  readonly block: number
}

function eventsInParagraphs(paragraphs: readonly RootContent[]): RootContent[] {
  const sources: (SourceLine | undefined)[] = paragraphs.flatMap((paragraph, block) =>
    paragraph.type === 'paragraph'
      ? [...splitAtBreaks(paragraph.children).map((children) => ({ children, block })), undefined]
      : [],
  )
  const lines = sources.map((source): PageLine => {
    const text = source ? textOf({ type: 'paragraph', children: source.children }).replace(/\s+/g, ' ').trim() : ''
    return { kind: text === '' ? 'blank' : 'text', text, indent: 0, line: 1 }
  })
  if (!lines.some(({ text }) => /^(?:Event|Type|Source|Date)\b/.test(text))) return [...paragraphs]

  const found: RootContent[] = []
  let open: SourceLine[] = []
  const close = () => {
    if (open.length > 0) found.push({ type: 'paragraph', children: joinAtBreaks(open.map(({ children }) => children)) })
    open = []
  }
  for (let at = 0; at < sources.length; ) {
    const source = sources[at]
    const events = source && readEventEntries(lines, at)
    if (events) {
      close()
      for (const value of events.entries) found.push({ type: 'code', lang: 'event', value })
      at = events.next
      continue
    }
    if (source) open.push(source)
    else close()
    at++
  }
  close()
  return found
}

function eventsInCode(block: Extract<RootContent, { type: 'code' }>): RootContent[] {
  const lines = block.value.split('\n').map((raw): PageLine => {
    const text = raw.trim()
    return { kind: text === '' ? 'blank' : 'text', text, indent: 0, line: 1 }
  })
  const events = readEventEntries(lines, 0)
  // Code that only begins like an entry stays as it is.
  if (!events || lines.slice(events.next).some(({ kind }) => kind === 'text')) return [block]
  return events.entries.map((value) => ({ type: 'code', lang: 'event', value }))
}
