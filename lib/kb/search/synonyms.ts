import { EVERYDAY, SAME_THING } from '@/lib/kb/data/synonym-table'
import { listWordTerms } from './terms'

/** Terms that, all together, may stand for others, such as the words of a name for its abbreviation. */
export interface Synonym {
  readonly terms: readonly string[]
  /** As the table writes it. */
  readonly text: string
  /** From 0 to 1: how much a match counts against one of the typed words. */
  readonly weight: number
  /** Another name of the same thing, not only something that people may mean. */
  readonly isName: boolean
}

const NAME_WEIGHT = 1
const MEANING_WEIGHT = 0.8
/** The longest name with synonyms has this many words. */
export const MAX_SYNONYM_WORDS = 4

const synonyms = parseTables()

/** Lists the synonyms of neighboring terms, such as `owa` for the three terms of Outlook Web Access. */
export function listSynonyms(terms: readonly string[]): readonly Synonym[] {
  const key = terms.join(' ')
  return terms.length > MAX_SYNONYM_WORDS
    ? []
    : [...(synonyms.get(key) ?? []), ...listServicePacks(key), ...listHexadecimal(key)]
}

/** `sp6a` is a name of `service pack 6a`, and so on for every number. */
function listServicePacks(key: string): Synonym[] {
  const number = /^(?:sp|servic pack )(\d[a-z]?)$/.exec(key)?.[1]
  if (number === undefined) return []
  return [toName(key.startsWith('sp') ? `service pack ${number}` : `sp${number}`)]
}

/** `0x0e` is also written `0eh` and, as its letter tells that it is no decimal number, `0e`. */
function listHexadecimal(key: string): Synonym[] {
  const digits = /^(?:0x([\da-f]{2})|([\da-f]{2})h|(0[a-f]))$/
    .exec(key)
    ?.slice(1)
    .find((group) => group !== undefined)
  if (digits === undefined) return []
  const spellings = [`0x${digits}`, `${digits}h`, ...(/^0[a-f]$/.test(digits) ? [digits] : [])]
  return spellings.filter((spelling) => spelling !== key).map(toName)
}

function toName(text: string): Synonym {
  return { terms: listWordTerms(text), text, weight: NAME_WEIGHT, isName: true }
}

function parseTables(): Map<string, Synonym[]> {
  const table = new Map<string, Synonym[]>()
  const add = (from: string, to: string, isName: boolean) => {
    const [key, terms] = [listWordTerms(from).join(' '), listWordTerms(to)]
    if (key === terms.join(' ')) return
    const known = table.get(key) ?? []
    table.set(key, known)
    if (!known.some((synonym) => synonym.terms.join(' ') === terms.join(' ')))
      known.push({ terms, text: to, weight: isName ? NAME_WEIGHT : MEANING_WEIGHT, isName })
  }
  for (const line of splitLines(SAME_THING)) {
    const names = line.split(' = ')
    for (const from of names) for (const to of names) add(from, to, true)
  }
  for (const line of splitLines(EVERYDAY)) {
    const [from = '', meanings = ''] = line.split(' = ')
    for (const to of meanings.split(', ')) add(from, to, false)
  }
  return table
}

function splitLines(table: string): string[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim())
}
