import { EVERYDAY, SAME_THING } from '@/lib/kb/data/synonym-table'
import { listWordTerms } from './terms'

/** Terms that do in place of others: all of them together, as the words of a name do. */
export interface Synonym {
  readonly terms: readonly string[]
  /** How much a match of it counts against one of what was typed, from 0 to 1. */
  readonly weight: number
  /** It is another name of the same thing, and not only what people may mean. */
  readonly isName: boolean
}

const NAME_WEIGHT = 0.9
const MEANING_WEIGHT = 0.8
/** The longest name, in words, for which `listSynonyms` knows anything. */
export const MAX_SYNONYM_WORDS = 4

const synonyms = readTables()

/** Gives what does in place of terms that stand together, such as `owa` for the three of Outlook Web Access. */
export function listSynonyms(terms: readonly string[]): readonly Synonym[] {
  return terms.length > MAX_SYNONYM_WORDS ? [] : (synonyms.get(terms.join(' ')) ?? [])
}

function readTables(): Map<string, Synonym[]> {
  const table = new Map<string, Synonym[]>()
  const add = (from: string, to: string, isName: boolean) => {
    const [key, terms] = [listWordTerms(from).join(' '), listWordTerms(to)]
    if (key === terms.join(' ')) return
    const known = table.get(key) ?? []
    table.set(key, known)
    if (!known.some((synonym) => synonym.terms.join(' ') === terms.join(' ')))
      known.push({ terms, weight: isName ? NAME_WEIGHT : MEANING_WEIGHT, isName })
  }
  for (const line of linesOf(SAME_THING)) {
    const names = line.split(' = ')
    for (const from of names) for (const to of names) add(from, to, true)
  }
  for (const line of linesOf(EVERYDAY)) {
    const [from = '', meanings = ''] = line.split(' = ')
    for (const to of meanings.split(', ')) add(from, to, false)
  }
  return table
}

function linesOf(table: string): string[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim())
}
