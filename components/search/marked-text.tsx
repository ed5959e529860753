import type { SnippetPart } from '@/lib/kb/search/search-query'

/** Text in which the words that were sought are marked. */
export function MarkedText({ parts }: { parts: readonly SnippetPart[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity of its own, and the list never changes.
  return parts.map(({ text, isMatch }, position) => (isMatch ? <mark key={position}>{text}</mark> : text))
}
