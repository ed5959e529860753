import { SearchUnavailable } from '@/lib/kb/search/search-unavailable'

/** Gives the answer of a search, or `undefined` while the engine is away; the log has what the operator can do. */
export async function unlessAway<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error
    console.error(`Search: ${error.message}`)
    return undefined
  }
}
