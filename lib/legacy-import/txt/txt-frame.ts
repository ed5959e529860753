import { type KbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { parseDumpDate } from '@/lib/legacy-import/shared/dump-date'
import { isRule, type TextLine } from '@/lib/legacy-import/shared/text-line'
import { type AppliesTo, parseAppliesTo } from './applies-to'
import { cutFooter, type TxtFooter } from './txt-footer'

/** A TXT dump cut into its parts; the body is left as lines. */
export interface TxtFrame {
  readonly number: KbNumber | undefined
  readonly date: string | undefined
  readonly collection: string | undefined
  /** TITLE, PRODUCT, PROD/VER and the other labels of the header. */
  readonly header: ReadonlyMap<string, string>
  readonly footer: TxtFooter
  readonly appliesTo: AppliesTo | undefined
  /** The lines between the opening rule and the box: a notice, or leftovers of an older header. */
  readonly preface: readonly TextLine[]
  readonly body: readonly TextLine[]
}

/** Cuts a dump into header, preface, box, body and footer. Whatever is missing, the rest stays with the body. */
export function parseTxtFrame(lines: readonly TextLine[]): TxtFrame {
  const header = new Map<string, string>()
  let start = 0
  while (start < lines.length && lines[start]?.text === '') start++
  for (; start < lines.length; start++) {
    const field = HEADER_FIELD.exec(lines[start]?.text ?? '')
    if (!field?.[1]) break
    header.set(field[1].trim(), (field[2] ?? '').trim())
  }
  while (lines[start]?.text === '') start++
  if (/^={60,}$/.test(lines[start]?.text ?? '')) start++

  const { body, footer } = cutFooter(lines.slice(start))
  const box = cutBox(body)
  const document = DOCUMENT.exec(header.get('DOCUMENT') ?? '')
  return {
    number: document?.[1] === undefined ? undefined : parseKbNumber(document[1]),
    date: document?.[2] === undefined ? undefined : parseDumpDate(document[2]),
    collection: document?.[3]?.trim(),
    header,
    footer,
    ...box,
  }
}

const HEADER_FIELD = /^(DOCUMENT|TITLE|PRODUCT|PROD\/VER|OPER\/SYS|KEYWORDS) *:(.*)$/
const DOCUMENT = /^(Q?\d+)\s*(\S+)?\s*(?:\[([^\]]*)\])?/
const BOX_RULE = /^-{70,}$/
/** The box follows the opening rule closely; the longest preface has about 40 lines. */
const FURTHEST_BOX = 120

function cutBox(lines: readonly TextLine[]): Pick<TxtFrame, 'preface' | 'appliesTo' | 'body'> {
  const limit = Math.min(lines.length, FURTHEST_BOX)
  for (let index = 0; index < limit; index++) {
    if (!/^The information in this article applies to:?$/i.test(lines[index]?.text ?? '')) continue
    const end = findBoxEnd(lines, index + 1)
    const bodyStart = BOX_RULE.test(lines[end]?.text ?? '') ? end + 1 : end
    const preface = lines.slice(0, index).filter(({ text }) => !BOX_RULE.test(text))
    return { preface, appliesTo: parseAppliesTo(lines.slice(index + 1, end)), body: lines.slice(bodyStart) }
  }
  return { preface: [], appliesTo: undefined, body: lines }
}

/** The box ends at its rule; in a dump that lost the rule it ends before the first heading. */
function findBoxEnd(lines: readonly TextLine[], start: number): number {
  for (let index = start; index < lines.length; index++) {
    const text = lines[index]?.text ?? ''
    if (BOX_RULE.test(text)) return index
    const below = lines[index + 1]?.text ?? ''
    if (isRule(below) && !BOX_RULE.test(below) && !text.startsWith(' ')) return index
  }
  return lines.length
}
