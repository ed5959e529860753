import { type KbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { slugOf } from '@/lib/kb/numbers/slug'
import { FILTER_NAMES, type FilterName, parseFilter, type SearchFilters } from './search-filters'

/** What the text of a search says. Nothing in it is an operator of an engine. */
export interface SearchWords extends SearchFilters {
  /** As typed, in their order, each with a letter or digit in it. */
  readonly words: readonly string[]
  /** What stood in double quotes. */
  readonly phrases: readonly string[]
  /** Words, or phrases with blanks in them, that a hit must not have. */
  readonly excluded: readonly string[]
  /** The number of `number:940006`. */
  readonly number?: KbNumber
  /** The piece of the text that names the product, such as `product:exchange`. */
  readonly productText?: string
  /** The text without its fields. */
  readonly plainText: string
}

/**
 * Reads the text of a search: words, `"a phrase"`, `-word`, `-"a phrase"`, and the fields `product:`, `kind:`, `state:`,
 * `year:` and `number:` with a value that may stand in quotes. Anything else is a word, a field with a value that there
 * cannot be as well. Of a field that stands twice the last counts. It never fails.
 */
export function parseSearchWords(text: string): SearchWords {
  const pieces = splitText(text)
  let fields: SearchFields = {}
  for (const piece of pieces) if (piece.fields) fields = { ...fields, ...piece.fields }
  const plain = pieces.filter((piece) => piece.fields === undefined)
  const isPlain = plain.length === pieces.length
  const sought = plain.filter(({ value, isExcluded }) => !isExcluded && HAS_WORD.test(value))
  const excluded = plain.filter(({ isExcluded }) => isExcluded)
  // A text that only excludes, such as the switch of a command, seeks these words.
  const isAllExcluded = isPlain && sought.length === 0
  return {
    words: (isAllExcluded ? excluded : sought.filter(({ isPhrase }) => !isPhrase)).map(({ value }) => value),
    phrases: sought.filter(({ isPhrase }) => isPhrase).map(({ value }) => value),
    excluded: isAllExcluded ? [] : excluded.map(({ value }) => value),
    ...fields,
    productText: pieces.findLast((piece) => piece.fields?.product !== undefined)?.source,
    plainText: isPlain ? text : joinSources(plain),
  }
}

/** Gives the text without what it says of one filter. */
export function withoutField(text: string, name: FilterName): string {
  return joinSources(splitText(text).filter((piece) => piece.fields?.[name] === undefined))
}

/** Gives the text without the words that it excludes. */
export function withoutExcluded(text: string): string {
  return joinSources(splitText(text).filter((piece) => !piece.isExcluded))
}

interface SearchFields extends SearchFilters {
  readonly number?: KbNumber
}

interface Piece {
  /** As it stands in the text. */
  readonly source: string
  /** Without marks. */
  readonly value: string
  readonly isPhrase: boolean
  readonly isExcluded: boolean
  readonly fields?: SearchFields
}

/** A minus, a name and a colon may stand before quotes; other text ends at a blank or at a quote. */
const PIECES = /(?<minus>-?)(?:(?<name>\p{L}+):)?["“”„](?<quoted>[^"“”„]*)["“”„]|[^\s"“”„]+/gu
const HAS_WORD = /[\p{L}\p{N}]/u
/** Neither a negative number, `-1018`, nor the switch of a command, `-f`, excludes anything. */
const EXCLUDED = /^-(?=\p{L}[\p{L}\p{N}\p{M}])/u

/** Behind a program's name, as in `setup.exe -unattend`, what begins with a minus is its switch. */
const PROGRAM = /\.(?:exe|com|bat|cmd|vbs)$/iu

function splitText(text: string): Piece[] {
  let isBehindProgram = false
  return [...text.matchAll(PIECES)].flatMap(({ 0: source, groups }) => {
    const quoted = groups?.quoted
    if (quoted !== undefined) return readQuoted(source, groups?.minus === '-', groups?.name, quoted)
    const pieces = readBare(source, EXCLUDED.test(source) && !isBehindProgram)
    isBehindProgram = PROGRAM.test(source) || (isBehindProgram && source.startsWith('-'))
    return pieces
  })
}

function readBare(source: string, isExcluded: boolean): Piece[] {
  const colon = source.indexOf(':')
  const fields = colon > 0 ? readField(source.slice(0, colon), source.slice(colon + 1)) : undefined
  return [{ source, value: isExcluded ? source.slice(1) : source, isPhrase: false, isExcluded, fields }]
}

function readQuoted(source: string, isExcluded: boolean, name: string | undefined, quoted: string): Piece[] {
  const fields = name === undefined || isExcluded ? undefined : readField(name, quoted)
  const value = quoted.trim().replace(/\s+/g, ' ')
  const phrase = HAS_WORD.test(value) ? [{ source, value, isPhrase: true, isExcluded, fields }] : []
  // Of a name that is no field, as in `Source:"Disk"`, both are text.
  if (name === undefined || fields || isExcluded) return phrase
  return [
    { source: `${name}:`, value: name, isPhrase: false, isExcluded: false },
    ...phrase.map((piece) => ({ ...piece, source: `"${value}"` })),
  ]
}

/** Gives what a field says, or `undefined` for a name or a value that there is not. */
function readField(name: string, value: string): SearchFields | undefined {
  if (!HAS_WORD.test(value)) return undefined
  const known = name.toLowerCase()
  const fields: SearchFields =
    known === 'number' ? { number: parseKbNumber(value) } : parseNamedFilter(known, slugOf(value))
  return Object.values(fields).some((field) => field !== undefined) ? fields : undefined
}

function parseNamedFilter(name: string, slug: string): SearchFilters {
  const filter = FILTER_NAMES.find((known) => known === name)
  return filter === undefined ? {} : parseFilter(filter, slug)
}

function joinSources(pieces: readonly Piece[]): string {
  return pieces.map(({ source }) => source).join(' ')
}
