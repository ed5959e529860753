import type { TextBlock } from '@/lib/kb/articles/article'
import { cutText } from '@/lib/kb/articles/excerpt'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/** What administrators ask about an update besides its fixes. */
export const UPDATE_NOTE_KINDS = ['prerequisites', 'restart', 'known-issue'] as const
export type UpdateNoteKind = (typeof UPDATE_NOTE_KINDS)[number]

/** A paragraph below a heading that says what it is about. */
export interface UpdateNote {
  readonly kind: UpdateNoteKind
  readonly heading: string
  readonly text: string
}

export interface StatedNote extends Omit<UpdateNote, 'heading'> {
  readonly number: KbNumber
  /** Absent for text above the first heading. */
  readonly heading?: string
}

const HEADINGS: Readonly<Record<UpdateNoteKind, RegExp>> = {
  prerequisites: /^prerequisites?$/i,
  restart: /^restart requirements?$/i,
  'known-issue': /^known issues?\b/i,
}

/** At most this many paragraphs below each heading; the article has the rest. */
const MAX_PARAGRAPHS = 6
const MAX_LENGTH = 500

/**
 * Extracts the first paragraphs below each heading about prerequisites, restarting or a known issue. If an issue begins with a
 * heading for its symptoms, these are its paragraphs.
 */
export function extractUpdateNotes(blocks: readonly TextBlock[]): UpdateNote[] {
  const notes: UpdateNote[] = []
  let open: { kind: UpdateNoteKind; heading: string; left: number } | undefined
  for (const { kind, text } of blocks) {
    if (kind === 'heading') {
      const isItsSymptoms = open?.left === MAX_PARAGRAPHS && /^symptoms?$/i.test(text)
      const named = UPDATE_NOTE_KINDS.find((candidate) => HEADINGS[candidate].test(text))
      if (named) open = { kind: named, heading: text, left: MAX_PARAGRAPHS }
      else if (!isItsSymptoms) open = undefined
    } else if (kind === 'paragraph' && open && open.left > 0) {
      notes.push({ kind: open.kind, heading: open.heading, text: cutText(text, MAX_LENGTH) })
      open.left -= 1
    }
  }
  return notes
}
