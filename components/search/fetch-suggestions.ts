import { isKbNumber } from '@/lib/kb/numbers/kb-number'
import type { Suggestion } from '@/lib/kb/search/search-query'
import { suggestUrl } from '@/lib/urls'

/** A pause in typing, in milliseconds, after which suggestions are worth a request: shorter than between two quick keys. */
const TYPING_PAUSE = 50

/** Gives the suggestions for `text` once typing pauses: none for no text, for a fault, or after `signal` says stop. */
export async function fetchSuggestions(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  if (text.trim() === '') return []
  await new Promise((resolve) => setTimeout(resolve, TYPING_PAUSE))
  if (signal.aborted) return []
  try {
    const response = await fetch(suggestUrl(text), { signal })
    return response.ok ? readSuggestions(await response.json()) : []
  } catch {
    // Aborted, off line or broken on the way: suggestions are a convenience, the form works without them.
    return []
  }
}

function readSuggestions(body: unknown): readonly Suggestion[] {
  const isList = typeof body === 'object' && body !== null && 'suggestions' in body && Array.isArray(body.suggestions)
  return isList ? (body as { suggestions: unknown[] }).suggestions.filter(isSuggestion) : []
}

function isSuggestion(value: unknown): value is Suggestion {
  return (
    typeof value === 'object' &&
    value !== null &&
    'number' in value &&
    isKbNumber(value.number) &&
    'title' in value &&
    typeof value.title === 'string' &&
    'state' in value
  )
}
