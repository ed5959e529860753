'use client' // The pointer chooses a suggestion; the marked one scrolls into view.

import { useEffect } from 'react'
import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import type { Suggestion } from '@/lib/kb/search-query'

interface Props {
  readonly listId: string
  readonly suggestions: readonly Suggestion[]
  readonly text: string
  /** The position of the marked option, or -1. */
  readonly active: number
  /** Where each option leads; the last one lists all results. */
  readonly urls: readonly string[]
}

const OPTION = 'flex min-h-11 cursor-pointer items-center gap-3 px-4 py-1.5 text-[0.9375rem] leading-snug'

/** The list below the search box, and its count for those who cannot see it. */
export function SuggestionList({ listId, suggestions, text, active, urls }: Props) {
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, active])
  const isOpen = suggestions.length > 0
  const optionProps = (position: number) => ({
    id: `${listId}-${position}`,
    role: 'option',
    'aria-selected': position === active,
    onClick: () => location.assign(urls[position] ?? ''),
    className: `${OPTION} ${position === active ? 'bg-accent-wash' : 'hover:bg-wash'}`,
  })
  return (
    <>
      <div
        id={listId}
        role="listbox"
        aria-label="Suggestions"
        hidden={!isOpen}
        // The field keeps the focus, so that leaving it is the one thing that closes the list.
        onMouseDown={(event) => event.preventDefault()}
        className="absolute -inset-x-px top-[calc(100%+6px)] z-30 max-h-[min(28rem,70dvh)] overflow-y-auto rounded-xl border border-line bg-raised py-1.5 text-left shadow-lg shadow-[#0b1f3a]/15"
      >
        {suggestions.map((suggestion, position) => (
          <div key={suggestion.number} {...optionProps(position)}>
            <NumberTag number={suggestion.number} />
            <span className="line-clamp-2 min-w-0 flex-1">{suggestion.title}</span>
            <StateBadge state={suggestion.state} />
          </div>
        ))}
        {isOpen && (
          <div key="all" {...optionProps(suggestions.length)}>
            <span className="text-accent">All results for “{text}”</span>
          </div>
        )}
      </div>
      <div role="status" className="sr-only">
        {isOpen && `${suggestions.length} ${suggestions.length === 1 ? 'suggestion' : 'suggestions'}`}
      </div>
    </>
  )
}
