import { isArticleKey } from '@/lib/kb/numbers/kb-number'
import type { Suggestion } from '@/lib/kb/search/search-query'
import { suggestUrl } from '@/lib/urls'

/** The pause in typing before a request, in milliseconds: shorter than between two quick keystrokes. */
const TYPING_PAUSE = 50

/** Fetches suggestions once typing pauses: none for an empty text, after a fault, or when `signal` aborts. */
export async function fetchSuggestions(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  if (text.trim() === '') return []
  await new Promise((resolve) => setTimeout(resolve, TYPING_PAUSE))
  if (signal.aborted) return []
  try {
    const response = await fetch(suggestUrl(text), { signal })
    return response.ok ? parseSuggestions(await response.json()) : []
  } catch {
    // Aborted, offline or interrupted: the form works without suggestions.
    return []
  }
}

function parseSuggestions(body: unknown): readonly Suggestion[] {
  const isList = typeof body === 'object' && body !== null && 'suggestions' in body && Array.isArray(body.suggestions)
  return isList ? (body as { suggestions: unknown[] }).suggestions.filter(isSuggestion) : []
}

function isSuggestion(value: unknown): value is Suggestion {
  return (
    typeof value === 'object' &&
    value !== null &&
    'number' in value &&
    isArticleKey(value.number) &&
    'title' in value &&
    typeof value.title === 'string' &&
    'state' in value
  )
}
