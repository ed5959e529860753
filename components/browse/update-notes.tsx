import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { StatedNote } from '@/lib/kb/updates/update-notes'
import { articleUrl, sectionUrl } from '@/lib/urls'

/** What articles say about installing their updates, quoted, with a link to the whole section. */
export function UpdateNotes({ notes, none }: { notes: readonly StatedNote[]; none: string }) {
  if (notes.length === 0) return <p className="text-muted">{none}</p>
  return (
    <div className="space-y-5">
      {[...groupBySection(notes)].map(([url, [first, ...rest]]) => (
        <figure key={url}>
          <figcaption className="mb-1.5">
            <a href={url} className="font-semibold">
              {[formatKbNumber(first.number), first.heading].filter(Boolean).join(': ')}
            </a>
          </figcaption>
          <blockquote className="space-y-1.5 border-l-3 border-line pl-3.5 [overflow-wrap:anywhere]">
            {[first, ...rest].map(({ text }) => (
              <p key={text}>{text}</p>
            ))}
          </blockquote>
        </figure>
      ))}
    </div>
  )
}

function groupBySection(notes: readonly StatedNote[]): Map<string, [StatedNote, ...StatedNote[]]> {
  const groups = new Map<string, [StatedNote, ...StatedNote[]]>()
  for (const note of notes) {
    const url = note.heading ? sectionUrl(note.number, note.heading) : articleUrl(note.number)
    const group = groups.get(url)
    if (group) group.push(note)
    else groups.set(url, [note])
  }
  return groups
}
