import { stemmer } from 'stemmer'
import { KnownWords } from './words/known-words'
import { codesOf, scanWords } from './words/scan-words'

/** A word of a text with the terms under which it is found. */
export interface Word {
  /** The stem of a plain word; any other word as it is, in lower case. */
  readonly term: string
  /** Pieces of an identifier: `get` and `name` of `GetName`, `sp` and `4` of `SP4`. */
  readonly pieces: readonly string[]
  /** The word in lower case, if it consists of letters. */
  readonly plain?: string
  /** The pieces beside an apostrophe, such as `you` and `re`. */
  readonly halves?: readonly string[]
}

/** Receives the words of a text in reading order, as what is kept of them. */
export interface WordReceiver<Kept> {
  readonly onWord: (word: Kept, start: number, end: number) => void
  /** Receives an identifier as a whole, such as `services.exe`, with the number of words before that form it. */
  readonly onIdentifier: (term: string, wordCount: number) => void
}

/** Receives the terms of a text in reading order. */
export interface TermReceiver {
  /**
   * Receives a word. `plain` is the word before stemming, if it consists of letters; `halves` are its pieces if it has an
   * apostrophe.
   */
  readonly onWord: (
    term: string,
    plain: string | undefined,
    start: number,
    end: number,
    halves?: readonly string[],
  ) => void
  /** Receives an identifier as a whole, or a piece of the last word, such as `display`, with 0. */
  readonly onPart: (term: string, wordCount: number) => void
}

/** A single one of these between words makes them an identifier: `tcp/ip`, `WS_EX_TOPMOST`, `5.5.2653.22`. */
const JOINERS = '._-/:&@+'
/** Longer identifiers are found by their words only. */
const MAX_IDENTIFIER = { words: 5, length: 40 }
const MAX_WORD_LENGTH = 40
const MAX_KNOWN_WORDS = 50_000

/** What is kept of words, so that each is looked at once. */
export class WordMemory<Kept> {
  readonly words: KnownWords<Kept>
  /** Pieces of writing without blanks, which are their own terms. */
  readonly pairs: KnownWords<Kept>

  /** With more words than `limit` it begins anew. */
  constructor(limit: number, keep: (word: Word) => Kept) {
    this.words = new KnownWords(limit, (raw) => keep(toWord(raw)))
    this.pairs = new KnownWords(limit, (pair) => keep({ term: pair, pieces: [] }))
  }
}

const memory = new WordMemory(MAX_KNOWN_WORDS, (word) => word)

/**
 * Extracts the terms under which a text is found. Plain words are stemmed (Porter); identifiers are found as a whole and by
 * their words. Case, accents and kinds of apostrophes make no difference.
 */
export function extractTerms(text: string, { onWord, onPart }: TermReceiver): void {
  extractWords(text, memory, {
    onWord: ({ term, plain, halves, pieces }, start, end) => {
      onWord(term, plain, start, end, halves)
      for (const piece of pieces) onPart(piece, 0)
    },
    onIdentifier: onPart,
  })
}

/** Extracts the words of a text, as a memory keeps them, and its identifiers. */
export function extractWords<Kept>(
  text: string,
  { words, pairs }: WordMemory<Kept>,
  { onWord, onIdentifier }: WordReceiver<Kept>,
): void {
  let [identifierStart, identifierEnd, identifierWords] = [0, -2, 0]
  const endIdentifier = () => {
    if (identifierWords < 2 || identifierWords > MAX_IDENTIFIER.words) return
    const length = identifierEnd - identifierStart
    if (length <= MAX_IDENTIFIER.length)
      onIdentifier(foldText(text.slice(identifierStart, identifierEnd)), identifierWords)
  }
  const codes = codesOf(text)
  scanWords(codes, (start, end, hash, isUnspaced) => {
    if (isUnspaced) {
      endIdentifier()
      identifierEnd = -2
      identifierWords = 0
      for (const { pair, at } of listPairs(text.slice(start, end)))
        onWord(pairs.get(pair), start + at, start + at + pair.length)
      return
    }
    const isJoined = start === identifierEnd + 1 && JOINERS.includes(text.charAt(identifierEnd))
    if (!isJoined) {
      endIdentifier()
      identifierStart = start
      identifierWords = 0
    }
    identifierEnd = end
    identifierWords++
    if (end - start <= MAX_WORD_LENGTH) onWord(words.at(codes, start, end, hash), start, end)
  })
  endIdentifier()
}

export function wordToTerm(word: string): string {
  return memory.words.get(word).term
}

/** Lists the terms of the words of a text, without pieces and identifiers, in reading order. */
export function listWordTerms(text: string): string[] {
  const terms: string[] = []
  extractTerms(text, { onWord: (term) => terms.push(term), onPart: () => {} })
  return terms
}

/** Lists the words of a text as they are written, without case and accents, as positions are kept. */
export function listExactWords(text: string): string[] {
  const words: string[] = []
  extractTerms(text, {
    onWord: (term, plain, _start, _end, halves = [plain ?? term]) => words.push(...halves),
    onPart: () => {},
  })
  return words
}

/** Lists the words of a text as they are written, with writing without blanks in one piece. */
export function listWrittenWords(text: string): string[] {
  const words: string[] = []
  scanWords(codesOf(text), (start, end) => words.push(foldText(text.slice(start, end))))
  return words
}

/** Writing without blanks is found by each two neighboring characters: `東京都` is `東京` and `京都`. */
function listPairs(run: string): { pair: string; at: number }[] {
  const characters = [...run]
  if (characters.length === 1) return [{ pair: run, at: 0 }]
  let at = 0
  return characters.slice(1).map((next, index) => {
    const character = characters[index] ?? ''
    at += character.length
    return { pair: character + next, at: at - character.length }
  })
}

/** Gives the text without case and accents. */
export function foldText(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

function toWord(raw: string): Word {
  const halves = /['’]/.test(raw) ? foldText(raw).split(/['’]/) : undefined
  const folded = foldText(raw)
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '')
  if (/^[a-z]+$/.test(folded)) {
    // `PCs` are several of what is written `PC`.
    const single = /^[A-Z]{2,}s$/.test(raw) ? folded.slice(0, -1) : folded
    return { term: stemWord(single), pieces: camelCasePieces(raw), plain: folded, halves }
  }
  if (folded.startsWith('.')) return { term: folded, pieces: [folded.slice(1)] }
  return { term: folded, pieces: mixedPieces(folded), plain: /^\p{L}+$/u.test(folded) ? folded : undefined, halves }
}

/** Words that Porter's rules take for forms of others: `new`, `import`, `busy`, `custom`, `public`, `specific`, `author`. */
const OWN_STEMS = new Set(
  'atlas authority bias business community customer important news publication specification university'.split(' '),
)

/**
 * Stems a word by Porter's rules, which leave too little of short ones: `DOS` is not `do`, and `OLE` is not `OL`. `using` and `use`
 * have one stem.
 */
function stemWord(word: string): string {
  if (word.length < 3) return word
  for (const single of [word, word.replace(/ies$/, 'y'), word.replace(/s$/, '')])
    if (OWN_STEMS.has(single)) return single.replace(/y$/, 'i')
  const stem = stemmer(word)
  if (stem.length > 2) return stem
  if (word.length === 3) return word
  return /[aeiou]$/.test(stem) ? stem : `${stem}e`
}

/** `GetAmbientDisplayName` is found under `display` as well. */
function camelCasePieces(raw: string): string[] {
  if (!/[a-z][A-Z]/.test(raw)) return []
  return raw
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((piece) => piece.length > 1)
    .map((piece) => stemWord(piece.toLowerCase()))
}

/** `sp4` is found under `sp` and `4` as well; a hexadecimal number only as a whole. */
function mixedPieces(word: string): string[] {
  const pieces = word.match(/\p{L}+|\p{N}+/gu) ?? []
  const isMixed = pieces.length > 1 && pieces.length <= 3 && !/^(?:0x.*|[0-9a-f]{6,})$/.test(word)
  return isMixed ? pieces.filter((piece) => piece.length > 1 || /\d/.test(piece)).map(stemWord) : []
}
