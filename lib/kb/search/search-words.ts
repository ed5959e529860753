import { type KbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'
import { slugOf } from '@/lib/kb/numbers/slug'
import { FILTER_NAMES, type FilterName, parseFilter, type SearchFilters } from './search-filters'
import { isStopWord } from './stop-words'
import { listExactWords } from './terms'

/** The parts of a search text. None of them is an operator of an engine. */
export interface SearchWords extends SearchFilters {
  /** As typed, each with a letter or digit. */
  readonly words: readonly string[]
  /** Texts in double quotes that a hit must have. */
  readonly phrases: readonly string[]
  /** Texts in double quotes inside of a longer text, such as a pasted message: their words are in `words` as well. */
  readonly preferred: readonly string[]
  /** Words and phrases that a hit must not have. */
  readonly excluded: readonly string[]
  /** The number of `number:940006`. */
  readonly number?: KbNumber
  /** The piece of the text that `product` came from, such as `product:exchange`. */
  readonly productText?: string
  /** The text without its fields. */
  readonly plainText: string
}

/**
 * Parses a search text: words, `"a phrase"`, `-word`, `-"a phrase"`, and the fields `product:`, `kind:`, `state:`, `year:` and
 * `number:`, whose values may be quoted. Everything else is a word, such as a field with an invalid value. If a field occurs
 * twice, the last one counts. Never fails.
 */
export function parseSearchWords(text: string): SearchWords {
  const pieces = splitText(text)
  let fields: SearchFields = {}
  for (const piece of pieces) fields = { ...fields, ...piece.fields }
  const plain = pieces.filter((piece) => piece.fields === undefined)
  const isPlain = plain.length === pieces.length
  const included = plain.filter(({ value, isExcluded }) => !isExcluded && HAS_WORD.test(value))
  const excluded = plain.filter(({ isExcluded }) => isExcluded)
  // A text that only excludes words, such as the switch of a command, means these words.
  const isAllExcluded = isPlain && included.length === 0
  const quoted = included.filter(({ isPhrase }) => isPhrase).map(({ value }) => value)
  const isMessage = quoted.length > 0 && isQuotingMessage(included)
  const words = included.filter(({ isPhrase }) => !isPhrase || isMessage)
  return {
    words: (isAllExcluded ? excluded : words).flatMap(({ value, isPhrase }) =>
      isPhrase && isMessage ? value.split(' ') : value,
    ),
    phrases: isMessage ? [] : quoted,
    preferred: isMessage ? quoted : [],
    excluded: isAllExcluded ? [] : excluded.map(({ value }) => value),
    ...fields,
    productText: pieces.findLast((piece) => piece.fields?.product !== undefined)?.source,
    plainText: isPlain ? text : joinSources(plain),
  }
}

/** Gives the text without one of its fields. */
export function withoutField(text: string, name: FilterName): string {
  return joinSources(splitText(text).filter((piece) => piece.fields?.[name] === undefined))
}

/** Gives the text without the words that it excludes. */
export function withoutExcluded(text: string): string {
  return joinSources(splitText(text).filter((piece) => !piece.isExcluded))
}

/** Beside more words than these, quotes belong to a text that was pasted. */
const MAX_WORDS_BESIDE_PHRASE = 3

/** Tells whether quotes are part of a text, as in `"Start"="4"` or in a sentence, and not a request for a phrase. */
function isQuotingMessage(pieces: readonly Piece[]): boolean {
  if (pieces.some(({ isPhrase, isAttached }) => isPhrase && isAttached)) return true
  const beside = pieces.filter(({ isPhrase }) => !isPhrase).flatMap(({ value }) => listExactWords(value))
  return beside.filter((word) => !isStopWord(word)).length > MAX_WORDS_BESIDE_PHRASE
}

interface SearchFields extends SearchFilters {
  readonly number?: KbNumber
}

interface Piece {
  readonly source: string
  /** Without quotes and minus. */
  readonly value: string
  readonly isPhrase: boolean
  readonly isExcluded: boolean
  /** Quotes with something beside them that is neither a blank nor the end of a sentence, such as a name or an equals sign. */
  readonly isAttached?: boolean
  readonly fields?: SearchFields
}

/** A minus, or a name with a colon, may precede quotes. Other pieces end at a blank or a quote. */
const PIECES = /(?<minus>-?)(?:(?<name>\p{L}+):)?["“”„](?<quoted>[^"“”„]*)["“”„]|[^\s"“”„]+/gu
const HAS_WORD = /[\p{L}\p{N}]/u
/** Negative numbers such as `-1018` and switches such as `-f` exclude nothing. */
const EXCLUDED = /^-(?=\p{L}[\p{L}\p{N}\p{M}])/u

const IS_ATTACHED = /[^\s([{"“”„]"|"[^\s)\]}.,;:!?"“”„]/u

/** After the name of a program, as in `setup.exe -unattend`, words with a minus are its switches. */
const PROGRAM = /\.(?:exe|com|bat|cmd|vbs)$/iu

function splitText(text: string): Piece[] {
  let isAfterProgram = false
  return [...text.matchAll(PIECES)].flatMap(({ 0: source, index, groups }) => {
    const quoted = groups?.quoted
    if (quoted !== undefined) {
      const isAttached =
        groups?.name !== undefined ||
        IS_ATTACHED.test(`${text.charAt(index - 1)}"${text.charAt(index + source.length)}`)
      const pieces = parseQuoted(source, groups?.minus === '-', groups?.name, quoted)
      return pieces.map((piece) => ({ ...piece, isAttached: piece.isPhrase && isAttached }))
    }
    const pieces = parseBare(source, EXCLUDED.test(source) && !isAfterProgram)
    isAfterProgram = PROGRAM.test(source) || (isAfterProgram && source.startsWith('-'))
    return pieces
  })
}

function parseBare(source: string, isExcluded: boolean): Piece[] {
  const colon = source.indexOf(':')
  const fields = colon > 0 ? parseField(source.slice(0, colon), source.slice(colon + 1)) : undefined
  return [{ source, value: isExcluded ? source.slice(1) : source, isPhrase: false, isExcluded, fields }]
}

function parseQuoted(source: string, isExcluded: boolean, name: string | undefined, quoted: string): Piece[] {
  const fields = name === undefined || isExcluded ? undefined : parseField(name, quoted)
  const value = quoted.trim().replace(/\s+/g, ' ')
  const phrase = HAS_WORD.test(value) ? [{ source, value, isPhrase: true, isExcluded, fields }] : []
  // If the name is not a field, as in `Source:"Disk"`, both parts are text.
  if (name === undefined || fields || isExcluded) return phrase
  return [
    { source: `${name}:`, value: name, isPhrase: false, isExcluded: false },
    ...phrase.map((piece) => ({ ...piece, source: `"${value}"` })),
  ]
}

/** Gives `undefined` for an unknown name or an invalid value. */
function parseField(name: string, value: string): SearchFields | undefined {
  if (!HAS_WORD.test(value)) return undefined
  const known = name.toLowerCase()
  const filter = FILTER_NAMES.find((filterName) => filterName === known)
  const fields = filter ? parseFilter(filter, slugOf(value)) : known === 'number' && { number: parseKbNumber(value) }
  return fields && Object.values(fields).some((field) => field !== undefined) ? fields : undefined
}

function joinSources(pieces: readonly Piece[]): string {
  return pieces.map(({ source }) => source).join(' ')
}
