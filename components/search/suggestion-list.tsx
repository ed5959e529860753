'use client' // The pointer chooses a suggestion; the active one scrolls into view.

import { useEffect } from 'react'
import { StateBadge } from '@/components/article/state-badge'
import { formatCount } from '@/components/ui/count-text'
import { formatKbNumber, hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { markWords } from '@/lib/kb/search/mark-words'
import type { Suggestion } from '@/lib/kb/search/search-query'
import { MarkedText } from './marked-text'

interface Props {
  readonly listId: string
  readonly suggestions: readonly Suggestion[]
  readonly text: string
  /** The index of the active option, or -1. */
  readonly active: number
  /** The URL of each option; the last one lists all results. */
  readonly urls: readonly string[]
}

/** On a phone the title has a line of its own. */
const OPTION =
  'flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-1.5 text-[0.9375rem] leading-snug md:flex-nowrap'

/** The list below the search box, and its length for screen readers. */
export function SuggestionList({ listId, suggestions, text, active, urls }: Props) {
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, active])
  const isOpen = suggestions.length > 0
  const optionProps = (index: number) => ({
    id: `${listId}-${index}`,
    role: 'option',
    'aria-selected': index === active,
    onClick: () => location.assign(urls[index] ?? ''),
    className: `${OPTION} ${index === active ? 'bg-accent-wash' : 'hover:bg-wash'}`,
  })
  return (
    <>
      <div
        id={listId}
        role="listbox"
        aria-label="Suggestions"
        hidden={!isOpen}
        // The field keeps the focus, so that only leaving it closes the list.
        onMouseDown={(event) => event.preventDefault()}
        // On a phone, the keyboard covers half of the screen.
        className="absolute -inset-x-px top-[calc(100%+6px)] z-30 max-h-64 overflow-y-auto overscroll-contain rounded-xl border border-line bg-raised py-1.5 text-left text-base shadow-lg shadow-[#0b1f3a]/15 md:max-h-[min(28rem,70dvh)]"
      >
        {suggestions.map(({ number, title, ...standing }, index) => (
          <div key={number} {...optionProps(index)}>
            <span className="kb-number">
              <MarkedText parts={markNumber(number, text)} />
            </span>
            <span className="order-last line-clamp-2 w-full min-w-0 md:order-none md:w-auto md:flex-1">
              <MarkedText parts={markWords(title, text)} />
            </span>
            <StateBadge {...standing} />
          </div>
        ))}
        {isOpen && (
          <div key="all" {...optionProps(suggestions.length)}>
            <span className="line-clamp-1 min-w-0 text-accent">
              All results for “<bdi>{text}</bdi>”
            </span>
          </div>
        )}
      </div>
      <div role="status" className="sr-only">
        {isOpen && formatCount(suggestions.length, 'suggestion')}
      </div>
    </>
  )
}

/** Marks typed digits at the start of the number, with its letters or without. */
function markNumber(number: KbNumber, text: string) {
  const digits = /^\s*(?:kb|q)?\s*0*(\d+)\s*$/i.exec(text)?.[1] ?? ''
  return markWords(formatKbNumber(number), hasKbNumber(number) && String(number).startsWith(digits) ? digits : '')
}
