import { ARTICLE_KINDS } from '@/lib/kb/articles/article-kinds'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { type FILTER_NAMES, parseFilter, STATE_FILTERS } from '@/lib/kb/search/search-filters'
import { parseCursor } from './cursor'

export const MAX_LIST_LIMIT = 500
const DEFAULT_LIMIT = 100

/** What a program asks of a list of articles. */
export interface ListParameters {
  readonly product?: string
  readonly line?: string
  readonly kind?: (typeof ARTICLE_KINDS)[number]
  readonly state?: (typeof STATE_FILTERS)[number]
  readonly after: KbNumber | 0
  readonly limit: number
}

/** Parses the parameters of a list, or gives what is wrong with them: a program must not take another list for the one it asked for. */
export function parseListParameters(parameters: URLSearchParams): ListParameters | { readonly problem: string } {
  const get = (name: string) => parameters.get(name) || undefined
  const [cursor, limitText, kindText, stateText] = [get('cursor'), get('limit'), get('kind'), get('state')]
  const after = cursor === undefined ? 0 : parseCursor(cursor)
  if (after === undefined) {
    return {
      problem: `Unknown cursor "${shorten(cursor)}". Use the nextCursor of the last answer, or start without one.`,
    }
  }
  const limit = limitText === undefined ? DEFAULT_LIMIT : /^\d{1,3}$/.test(limitText) ? Number(limitText) : 0
  if (limit < 1 || limit > MAX_LIST_LIMIT) {
    return { problem: `Invalid limit "${shorten(limitText)}". Use a number from 1 to ${MAX_LIST_LIMIT}.` }
  }
  const { kind } = kindText === undefined ? {} : parseFilter('kind', kindText)
  if (kindText !== undefined && kind === undefined) return unknownValue('kind', kindText, ARTICLE_KINDS)
  const { state } = stateText === undefined ? {} : parseFilter('state', stateText)
  if (stateText !== undefined && state === undefined) return unknownValue('state', stateText, STATE_FILTERS)
  return { product: get('product'), line: get('line'), kind, state, after, limit }
}

function unknownValue(name: (typeof FILTER_NAMES)[number], value: string, known: readonly string[]) {
  return { problem: `Unknown ${name} "${shorten(value)}". Use one of ${known.join(', ')}.` }
}

function shorten(text = ''): string {
  return text.slice(0, 60)
}
