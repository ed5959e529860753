import type { TextBlock } from '@/lib/kb/articles/article'
import { cutText } from '@/lib/kb/articles/excerpt'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/** What an administrator asks of an update besides its fixes. */
export const UPDATE_NOTE_KINDS = ['prerequisites', 'restart', 'known-issue'] as const
export type UpdateNoteKind = (typeof UPDATE_NOTE_KINDS)[number]

/** A paragraph of an article below a heading that says what it is about. */
export interface UpdateNote {
  readonly kind: UpdateNoteKind
  readonly heading: string
  readonly text: string
}

/** A note with the update that states it. */
export interface StatedNote extends Omit<UpdateNote, 'heading'> {
  readonly number: KbNumber
  /** The heading above it; words that stand above every heading have none. */
  readonly heading?: string
}

const HEADINGS: Readonly<Record<UpdateNoteKind, RegExp>> = {
  prerequisites: /^prerequisites?$/i,
  restart: /^restart requirements?$/i,
  'known-issue': /^known issues?\b/i,
}

/** The article has the rest. */
const MAX_PARAGRAPHS = 6
const MAX_LENGTH = 500

/**
 * Gives the first paragraphs below each heading that names prerequisites, the need to restart or a known issue. An issue that
 * begins with its symptoms, below a heading of their own, is told by these.
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
