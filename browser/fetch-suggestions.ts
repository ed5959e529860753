import { isArticleKey } from '@/lib/kb/numbers/kb-number'
import type { ProductSuggestion, Suggestion, Suggestions } from '@/lib/kb/search/search-query'
import type { SignatureSummary } from '@/lib/kb/signature-page'
import { suggestUrl } from '@/lib/urls'

/** The pause in typing before a request, in milliseconds: shorter than between two quick keystrokes. */
const TYPING_PAUSE = 50

/** Fetches suggestions once typing pauses: none for an empty text, after a fault, or when `signal` aborts. */
export async function fetchSuggestions(text: string, signal: AbortSignal): Promise<Suggestions | undefined> {
  if (text.trim() === '') return undefined
  await new Promise((resolve) => setTimeout(resolve, TYPING_PAUSE))
  if (signal.aborted) return undefined
  try {
    const response = await fetch(suggestUrl(text), { signal })
    return response.ok ? parseSuggestions(await response.json()) : undefined
  } catch {
    // Aborted, offline or interrupted: the form works without suggestions.
    return undefined
  }
}

function parseSuggestions(body: unknown): Suggestions | undefined {
  if (!isRecord(body) || !Array.isArray(body.suggestions)) return undefined
  return {
    correctedText: typeof body.correctedQuery === 'string' ? body.correctedQuery : undefined,
    signature: isSignature(body.signature) ? body.signature : undefined,
    products: Array.isArray(body.products) ? body.products.filter(isProduct) : [],
    articles: body.suggestions.filter(isArticle),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isArticle(value: unknown): value is Suggestion {
  return isRecord(value) && isArticleKey(value.number) && typeof value.title === 'string' && 'state' in value
}

function isProduct(value: unknown): value is ProductSuggestion {
  return isRecord(value) && typeof value.slug === 'string' && typeof value.name === 'string'
}

function isSignature(value: unknown): value is SignatureSummary {
  return isRecord(value) && typeof value.id === 'string' && typeof value.label === 'string'
}
