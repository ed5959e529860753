import type { ArticlePreview } from '@/lib/kb/articles/article-preview'
import { isArticleKey, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { previewUrl } from '@/lib/urls'

/** Fetches what a link's preview shows; gives `undefined` after a fault, since the link works without it. */
export async function fetchPreview(number: KbNumber): Promise<ArticlePreview | undefined> {
  try {
    const response = await fetch(previewUrl(number))
    const body: unknown = response.ok ? await response.json() : undefined
    return isPreview(body) ? body : undefined
  } catch {
    // Offline or interrupted.
    return undefined
  }
}

function isPreview(value: unknown): value is ArticlePreview {
  return (
    typeof value === 'object' &&
    value !== null &&
    'number' in value &&
    isArticleKey(value.number) &&
    'state' in value &&
    'products' in value &&
    Array.isArray(value.products)
  )
}
