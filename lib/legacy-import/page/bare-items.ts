import type { PageBlock } from './block'
import { isCapitalHeading, isVocabularyHeading } from './headings'
import type { PageLine } from './line'
import { readReference } from './references'

/**
 * Reads items that have lost their markers (shapes B and E): the lines after a paragraph that announces a list and ends
 * in a colon, up to a blank line or "Back to the top". Gives `undefined` in every doubtful case: wrong markers are worse
 * than none.
 */
export function readBareItems(
  lines: readonly PageLine[],
  start: number,
  before: readonly PageBlock[],
): { blocks: PageBlock[]; next: number } | undefined {
  const lead = before.at(-1)
  if (lead?.type !== 'paragraph' || !announcesList(lead.text)) return undefined
  if (lines[start - 1]?.kind !== 'text') return undefined

  const items: string[] = []
  let next = start
  while (lines[next]?.kind === 'text' && !startsNewParagraph(lines, next)) {
    const { text } = lines[next] ?? { text: '' }
    const last = items.at(-1)
    // Behind phrases a sentence is the next paragraph, and so is what goes on behind a comma.
    const arePhrases = items.length > 1 && items.every((item) => !/[.?!]$/.test(item))
    if (arePhrases && /^[A-Z]/.test(text) && /[.?!,]$/.test(text)) break
    if (last !== undefined && /^[a-z(]/.test(text) && !/[.?!]$/.test(last)) items.push(`${items.pop()} ${text}`)
    else items.push(text)
    next++
  }
  if (items.length < 2 || !areAlike(items)) return undefined
  // Sentences in a row are a list only if something other than text ends them; phrases end where a sentence begins.
  const isClosed = lines[next]?.kind !== 'text'
  if (items.some((text) => /[.?!]$/.test(text)) && !isClosed) return undefined
  return {
    blocks: [
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: items.map((text) => ({ blocks: [{ type: 'paragraph', text }] })),
      },
    ],
    next,
  }
}

/** True for `... the following information about the update rollup:`, false for `... the following error message:`. */
function announcesList(text: string): boolean {
  if (!text.endsWith(':') || !/\b(?:following|these|below|includes?|such as|as follows)\b/i.test(text)) return false
  return !/\b(?:following|these) (?:[\w-]+ ){0,4}(?:messages?|errors?|events?|commands?|sites?|articles?|address|numbers?|subkeys?|keys?|paths?|locations?|folders?|text|URL|syntax|code|lines?|scripts?|schema|warning|steps?)\b(?!.*\b(?:list|items)\b)/i.test(
    text.slice(-160),
  )
}

function startsNewParagraph(lines: readonly PageLine[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  if (
    isCapitalHeading(text) ||
    (isVocabularyHeading(text) && !/^(?:How to|Information about|Issues that)\b/.test(text))
  )
    return true
  if (text.length > 240 || text.endsWith(':') || /^[|•]|^https?:|\\|^-/.test(text)) return true
  if (
    /^(?:Notes?|Important|Warning|Caution|Tip|For more information|For information|Additionally|However|Therefore)\b/.test(
      text,
    )
  )
    return true
  return readReference(lines, index, true) !== undefined
}

/** Items of one list begin alike: all with a capital, a digit or a quote. */
function areAlike(items: readonly string[]): boolean {
  const isFullSentence = (text: string) => /[.?!]$/.test(text)
  const sentences = items.filter(isFullSentence).length
  return items.every((text) => /^["“'(]?[A-Z\d]/.test(text)) && (sentences === 0 || sentences === items.length)
}
