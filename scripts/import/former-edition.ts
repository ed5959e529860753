import { bodyOf, editionPath } from '@/lib/content/read-editions'
import { isDay } from '@/lib/kb/articles/edition'

interface NewText {
  readonly bytes: Uint8Array
  /** The day of its snapshot. */
  readonly captured: string
}

/** The text that goes into the history of an article, and where. */
interface FormerEdition {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Tells which of two texts of one article is history: the one of the earlier snapshot. `edition` is absent if the words are the same or no
 * day is known of the present text, so that there is nothing to keep; with `isNewOlder` the present text stays in its place.
 */
export function formerEdition(
  path: string,
  present: Uint8Array,
  { bytes, captured }: NewText,
): { readonly edition?: FormerEdition; readonly isNewOlder: boolean } {
  const [text, newText] = [present, bytes].map((each) => new TextDecoder().decode(each))
  const day = capturedOf(text ?? '')
  if (day === undefined || day === captured) return { isNewOlder: false }
  const isNewOlder = captured < day
  if (wordsOf(text ?? '') === wordsOf(newText ?? '')) return { isNewOlder }
  const edition = { path: editionPath(path, isNewOlder ? captured : day), bytes: isNewOlder ? bytes : present }
  return { edition, isNewOlder }
}

/** The importer writes it into the front matter. */
function capturedOf(text: string): string | undefined {
  const day = /^ {2}captured: "?(\d{4}-\d{2}-\d{2})"?$/m.exec(text.slice(0, text.indexOf('\n---\n', 3)))?.[1]
  return day !== undefined && isDay(day) ? day : undefined
}

function wordsOf(text: string): string {
  return (bodyOf(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
