import { ownPrefix } from '@/lib/kb/numbers/number-prefix'
import type { EngineQuery } from './search-engine'

/** Gives the digits of a text that is the beginning of an article number, such as `KB 9400`. */
export function parseNumberPrefix(text: string): string | undefined {
  return new RegExp(`^(?:kb|q|${ownPrefix() ?? 'kb'})?\\s?0*([1-9]\\d{0,6})$`, 'i').exec(text)?.[1]
}

/** Gives the query for all articles whose numbers begin with the digits. */
export function toPrefixQuery(numberPrefix: string): EngineQuery {
  return { words: [], phrases: [], preferred: [], excluded: [], isVerbatim: true, page: 1, numberPrefix }
}
