import type { FoundSignature } from './signature'
import { codeSignature } from './signature-values'

/** Eight hexadecimal digits, after `&H` in Visual Basic. */
const HAS_HEX = /[0-9a-f]{8}/i
const HEX = /(\b0x|&H|\b)([0-9a-f]{8})\b/gi
/** Characters that make the digits part of a longer word or number. */
const JOINED_BEFORE = /[$#@%&-]/
/** What follows the first eight digits of a GUID. */
const GUID_REST = /-[0-9a-f]{4}-[0-9a-f]{4}-/iy
/** What follows in `80040110-0514-000006bb`: place and inner error in a message of Outlook or Exchange. */
const LONG_ID_REST = /-[0-9a-f]{4}-[0-9a-f]{8}\b(?!-)/iy
/** -2147023293, or 2147944003 if somebody forgot that the number is signed. */
const HAS_DECIMAL = /\d{9}/
const DECIMAL = /(?<![\w.,$#-])(-(?:1\d{9}|2[01]\d{8})|(?:21[34]|32[12])\d{7})(?![\w.,]*\d)/g

/** Only this much text before a number can make it a code. */
const CONTEXT_LENGTH = 36
/** Words that make the next number a code, with up to three words between: "error code was 80040154", "ID no: c1037556". */
const CODE_BEFORE =
  /\b(?:err(?:or)?s?(?:code)?|codes?|hresult|hr|scode|result|status|exception|return(?:ed|s|ing)?|fail(?:ed|ure)|ID no|number|reason|stop)\b[^0-9a-z\n]{0,4}(?:(?:is|was|of|with|from|code|number|value|no|generated|the|hex|hexadecimal|message|msg|error|status)\b[^0-9a-z\n]{0,4}){0,3}$/i
/** The field of a log that holds a code: `resultMapped=80070643`. */
const FIELD_BEFORE = /\b\w{0,20}(?:error|result|status|hresult|code)\w{0,20}["']?[=:][ \t"']{0,3}$/i
/** A cell of a log that holds nothing else: `205     80070643        AutomaticUpdates`. */
const CELL_BEFORE = /(?:\t| {3,})$/
const CELL_AFTER = /^(?:\t| {3,})/
/** Words that make the next number a memory address. */
const ADDRESS_BEFORE =
  /(?:\b(?:address(?:es)?|addr|at|base|offset|handle|memory|instruction|pointer|referenced|flags?|mask|style|size|length)\W{0,4}|[0-9a-f]{4}:)$/i
const IS_BRACKETED = /[([]$/

/**
 * Finds 32-bit codes: `0x80040154`, `80040154` if the words around it make it a code, `-2147221164`, and ids of Outlook and
 * Exchange such as `80040110-0514-000006bb`. Addresses, registers and rows of dumps are left out.
 */
export function findCodes(text: string): FoundSignature[] {
  return [...(HAS_HEX.test(text) ? findHexCodes(text) : []), ...(HAS_DECIMAL.test(text) ? findDecimalCodes(text) : [])]
}

/** Tells whether digits alone make a code plausible: they begin like the codes of Windows and its parts. */
export function isPlausibleCode(value: number): boolean {
  const [upper, lower] = [value >>> 16, value & 0xffff]
  // 0x80000000 to 0x8000000F are also flags and registry roots.
  if (upper >= 0x8000 && upper <= 0x800f) return value > 0x8000000f
  // Windows 95 and 98 load drivers above 0xC0001000.
  if (upper === 0xc000) return lower > 0 && lower < 0x1000
  return upper === 0xc002 || upper === 0xc003
}

function findHexCodes(text: string): FoundSignature[] {
  const matches = [...text.matchAll(HEX)].filter(({ index }) => !JOINED_BEFORE.test(text[index - 1] ?? ''))
  const found: FoundSignature[] = []
  for (const [index, match] of matches.entries()) {
    const signature =
      parseLongId(text, match) ?? parseHexCode(text, match, { previous: matches[index - 1], next: matches[index + 1] })
    if (signature) found.push(signature)
  }
  return found
}

function parseLongId(text: string, match: RegExpExecArray): FoundSignature | undefined {
  LONG_ID_REST.lastIndex = match.index + match[0].length
  const rest = LONG_ID_REST.exec(text)
  const value = Number.parseInt(match[2] ?? '', 16)
  // Errors begin with 8 or higher, but 0x00040380 and the like are warnings.
  if (!rest || match[1] !== '' || value < 0x10000) return undefined
  const id = `${match[0]}${rest[0]}`.toLowerCase()
  const place = { start: match.index, end: match.index + id.length }
  return { id, kind: 'code', label: id, broader: codeSignature(value).id, ...place }
}

interface Neighbours {
  readonly previous: RegExpExecArray | undefined
  readonly next: RegExpExecArray | undefined
}

function parseHexCode(
  text: string,
  match: RegExpExecArray,
  { previous, next }: Neighbours,
): FoundSignature | undefined {
  const value = Number.parseInt(match[2] ?? '', 16)
  const end = match.index + match[0].length
  GUID_REST.lastIndex = end
  if (value === 0 || value === 0xffffffff || GUID_REST.test(text)) return undefined
  const isListed = isBeside(text, previous, match) || isBeside(text, match, next)
  const isCode = isListed ? isException(value) : isCodeInContext(text, match, value)
  return isCode ? { ...codeSignature(value), start: match.index, end } : undefined
}

/** Numbers in a row are STOP parameters, registers or a dump, in which only exceptions are codes. */
function isBeside(text: string, one: RegExpExecArray | undefined, other: RegExpExecArray | undefined): boolean {
  if (!one || !other) return false
  const end = one.index + one[0].length
  return other.index - end <= 4 && /^[ \t,:()|=]*$/.test(text.slice(end, other.index))
}

function isException(value: number): boolean {
  return value > 0xc0000000 && value < 0xc0000400
}

function isCodeInContext(text: string, match: RegExpExecArray, value: number): boolean {
  const before = text.slice(Math.max(0, match.index - CONTEXT_LENGTH), match.index)
  if (ADDRESS_BEFORE.test(before)) return false
  if (CODE_BEFORE.test(before)) return true
  if (!isPlausibleCode(value)) return false
  if (match[1] !== '' || isException(value) || FIELD_BEFORE.test(before)) return true
  // `Method failed (80004005)`; digits alone could be anything else.
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 8)
  return (IS_BRACKETED.test(before) && /^[)\]]/.test(after)) || (CELL_BEFORE.test(before) && CELL_AFTER.test(after))
}

function findDecimalCodes(text: string): FoundSignature[] {
  const found: FoundSignature[] = []
  for (const match of text.matchAll(DECIMAL)) {
    const number = Number(match[0])
    const value = number < 0 ? number + 2 ** 32 : number
    const before = text.slice(Math.max(0, match.index - CONTEXT_LENGTH), match.index)
    const isCode = isPlausibleCode(value)
      ? number < 0 || CODE_BEFORE.test(before)
      : number < 0 && isNamedCode(value, before)
    if (isCode) found.push({ ...codeSignature(value), start: match.index, end: match.index + match[0].length })
  }
  return found
}

function isNamedCode(value: number, before: string): boolean {
  return value > 0x80000000 && CODE_BEFORE.test(before)
}
