import type { ArticleLink, TextBlock } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/** A block and the articles that it cites, in the order of the links. */
export interface CitedBlock extends TextBlock {
  readonly numbers: readonly KbNumber[]
}

/** Gives each block the articles that its lines link to. */
export function citeBlocks(
  blocks: readonly TextBlock[],
  links: readonly Pick<ArticleLink, 'target' | 'line'>[],
): readonly CitedBlock[] {
  const ordered = [...links].sort((a, b) => a.line - b.line)
  let next = 0
  return blocks.map((block, position) => {
    const end = blocks[position + 1]?.line ?? Number.POSITIVE_INFINITY
    const numbers: KbNumber[] = []
    for (let link = ordered[next]; link !== undefined && link.line < end; link = ordered[next]) {
      numbers.push(link.target)
      next += 1
    }
    return { ...block, numbers }
  })
}

/** Finds which of a block's articles a part of its text names. */
export function findCitedNumbers(text: string, { numbers }: CitedBlock): KbNumber[] {
  return [...new Set(numbers)].filter((number) => spells(text, number))
}

/** Parses the entries of a block: lines that begin with an article's number. */
export function parseEntries({ text, numbers }: CitedBlock): { number: KbNumber; text: string }[] {
  if (numbers.length === 0) return []
  // Entries with hard breaks between them are one text (Q224793); a title that cites an article has at most two numbers.
  const lines = numbers.length > 2 ? text.split(/\s(?=Q\d{4,7}\b)|\n/) : text.split('\n')
  return lines.flatMap((line) => {
    const digits = ENTRY.exec(line)?.[1]
    const number = numbers.find((cited) => String(cited) === digits)
    return number === undefined || SENTENCE.test(line) ? [] : [{ number, text: line.trim() }]
  })
}

/** `Q150734 List of ...`, `930463 You receive ...`, `(KB940006) ...`, with or without leading zeros. */
const ENTRY = /^\s*(?:[-•*]\s*)?\(?(?:(?:KB|Q|Article (?:ID|number)?:?) ?)?0*(\d{3,7})\b/i

/** `KB935999 says that SP1 fixes its issues.` begins with a number too, but a title begins with a capital letter. */
const SENTENCE =
  /^\s*\S+ (?:says|is|are|was|were|has|have|describes?|lists?|contains?|fixes|replaces|and|or|which|that|for|in|to) /

function spells(text: string, number: KbNumber): boolean {
  const digits = String(number)
  for (let at = text.indexOf(digits); at !== -1; at = text.indexOf(digits, at + 1)) {
    const isWhole = !/\d/.test(text[at + digits.length] ?? '') && !/[1-9.]/.test(text[at - 1] ?? '')
    if (isWhole) return true
  }
  return false
}
