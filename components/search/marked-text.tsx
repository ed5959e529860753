import type { SnippetPart } from '@/lib/kb/search/search-query'

/** Text in which the words of a search are marked. */
export function MarkedText({ parts }: { parts: readonly SnippetPart[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a part has no identity of its own, and the list never changes.
  return parts.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text))
}
