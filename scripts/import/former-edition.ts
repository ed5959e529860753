import { bodyOf, editionPath } from '@/lib/content/read-editions'
import { dayOfText } from '@/lib/kb/articles/edition'

interface NewText {
  readonly bytes: Uint8Array
  readonly day: string
}

/** The text that goes into the history of an article, and where. */
interface FormerEdition {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Tells which of two texts of one article is history: the earlier one. `edition` is absent if the words are the same or no
 * day is known of the present text, so that there is nothing to keep; with `isNewOlder` the present text stays in its place.
 */
export function formerEdition(
  path: string,
  present: Uint8Array,
  { bytes, day: newDay }: NewText,
): { readonly edition?: FormerEdition; readonly isNewOlder: boolean } {
  const [text, newText] = [present, bytes].map((each) => new TextDecoder().decode(each))
  const day = dayOf(text ?? '')
  if (day === undefined || day === newDay) return { isNewOlder: false }
  const isNewOlder = newDay < day
  if (wordsOf(text ?? '') === wordsOf(newText ?? '')) return { isNewOlder }
  const edition = { path: editionPath(path, isNewOlder ? newDay : day), bytes: isNewOlder ? bytes : present }
  return { edition, isNewOlder }
}

/** The importer writes it into the front matter. */
function dayOf(text: string): string | undefined {
  const frontMatter = text.slice(0, text.indexOf('\n---\n', 3))
  const [captured, reviewed] = [/^ {2}captured: "?([\d-]+)"?$/m, /^reviewed: "?([\d-]+)"?$/m].map(
    (field) => field.exec(frontMatter)?.[1],
  )
  return dayOfText({ source: { captured }, reviewed })
}

function wordsOf(text: string): string {
  return (bodyOf(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
