import type { SnippetPart } from '@/lib/kb/search-query'

/** Text in which the words that were sought are marked. */
export function MarkedText({ parts }: { parts: readonly SnippetPart[] }) {
  // A piece has no identity of its own; the list is rendered once.
  return parts.map(({ text, isMatch }, position) => (isMatch ? <mark key={position}>{text}</mark> : text))
}
