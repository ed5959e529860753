import type { SnippetPart } from '@/lib/kb/search/search-query'
import { findSignatures } from '@/lib/kb/signatures/find-signatures'

/** Gives the sentence of an article with the signature marked that it mentions. */
export function markSignature(sentence: string, id: string): SnippetPart[] {
  const found = findSignatures(sentence).find(
    // The source of an event may stand in the sentence before.
    (signature) => signature.id === id || signature.broader === id || id.startsWith(`${signature.id}-`),
  )
  return markPart(sentence, found?.start ?? 0, found?.end ?? 0)
}

/** Gives a text with the part marked that lies between two places. */
export function markPart(text: string, start: number, end: number): SnippetPart[] {
  return [
    { text: text.slice(0, start), isMatch: false },
    { text: text.slice(start, end), isMatch: true },
    { text: text.slice(end), isMatch: false },
  ].filter((part) => part.text !== '')
}
