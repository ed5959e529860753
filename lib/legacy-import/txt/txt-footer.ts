import type { TextLine } from '@/lib/legacy-import/shared/text-line'

/** What stands below the body of a TXT dump. */
export interface TxtFooter {
  /** `Keywords`, `Technology`, `Version`, `Issue type` and the other labels, as printed. */
  readonly fields: ReadonlyMap<string, string>
  readonly queryWords: string
  readonly hasDisclaimer: boolean
  readonly hasMetadata: boolean
  readonly hasClosingRule: boolean
}

/**
 * Cuts the footer off, from the end upwards, because rules of 70 `=` occur inside bodies too: disclaimer, its rule, the
 * metadata, the closing rule, the query words. The query words must go before headings are looked for: in Q104817
 * they are as long as the rule below them.
 */
export function cutFooter(lines: readonly TextLine[]): { body: readonly TextLine[]; footer: TxtFooter } {
  const fields = new Map<string, string>()
  let end = lines.findLastIndex(({ text }) => text.startsWith(DISCLAIMER))
  const hasDisclaimer = end >= 0
  if (!hasDisclaimer) end = lines.length
  end = skipBlanksAndRule(lines, end, /^={70,}$/)

  const metadataStart = readMetadata(lines, end, fields)
  const hasMetadata = metadataStart < end
  const beforeRule = skipBlanksAndRule(lines, metadataStart, /^={60,}$/)
  const hasClosingRule = lines.slice(beforeRule, metadataStart).some(({ text }) => text !== '')

  const { body, queryWords } = cutOldMetadata(lines.slice(0, beforeRule), fields)
  return { body, footer: { fields, queryWords, hasDisclaimer, hasMetadata, hasClosingRule } }
}

const DISCLAIMER = 'THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE'
const METADATA = /^(Keywords|Technology|Version|Issue type|Solution Type|Hardware|Component|Platform) *:(.*)$/
const QUERY_WORDS = /^\s*Additional (?:query|reference) words\s*:(.*)$/i
const OLD_METADATA = /^(KBCategory|KBSubcategory)\s*:(.*)$/i

function skipBlanksAndRule(lines: readonly TextLine[], end: number, rule: RegExp): number {
  let index = skipBlanks(lines, end)
  if (rule.test(lines[index - 1]?.text ?? '')) index = skipBlanks(lines, index - 1)
  return index
}

function skipBlanks(lines: readonly TextLine[], end: number): number {
  let index = end
  while (index > 0 && lines[index - 1]?.text === '') index--
  return index
}

/** Reads `Label   : value` lines upwards from `end` and gives the first of them. */
function readMetadata(lines: readonly TextLine[], end: number, fields: Map<string, string>): number {
  let index = end
  while (index > 0) {
    const field = METADATA.exec(lines[index - 1]?.text ?? '')
    if (!field?.[1]) break
    fields.set(field[1], (field[2] ?? '').trim())
    index--
  }
  return index
}

/**
 * Takes `Additional query words:` and `KBCategory:` paragraphs out of the body. At its end they go on to the closing
 * rule; further up they are one paragraph. Of several the last one that says something counts (Q140385 has two).
 */
function cutOldMetadata(lines: readonly TextLine[], fields: Map<string, string>): OldMetadata {
  const kept: TextLine[] = []
  let queryWords = ''
  let wasMetadata = false
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (!line) continue
    const query = QUERY_WORDS.exec(line.text)
    const old = OLD_METADATA.exec(line.text)
    const startsBlock: boolean = kept.length === 0 || lines[index - 1]?.text === '' || wasMetadata
    wasMetadata = query !== null || (old !== null && startsBlock)
    if (query) {
      const words = [query[1] ?? '']
      while (index + 1 < lines.length && lines[index + 1]?.text !== '' && !isOldMetadata(lines[index + 1])) {
        words.push(lines[++index]?.text ?? '')
      }
      queryWords =
        words
          .map((word) => word.trim())
          .join(' ')
          .trim() || queryWords
    } else if (old && startsBlock) {
      fields.set(/sub/i.test(old[1] ?? '') ? 'KBSubcategory' : 'KBCategory', (old[2] ?? '').trim())
    } else {
      kept.push(line)
    }
  }
  return { body: kept, queryWords }
}

interface OldMetadata {
  readonly body: readonly TextLine[]
  readonly queryWords: string
}

function isOldMetadata(line: TextLine | undefined): boolean {
  return line !== undefined && (OLD_METADATA.test(line.text) || QUERY_WORDS.test(line.text))
}
