'use client' // The pointer chooses a suggestion; the active one scrolls into view.

import { useEffect } from 'react'
import { formatCount } from '@/components/ui/count-text'
import type { SuggestionOption } from './suggestion-options'

interface Props {
  readonly listId: string
  /** None while the list is closed; the last one lists all results. */
  readonly options: readonly SuggestionOption[]
  /** The index of the active option, or -1. */
  readonly active: number
}

const OPTION =
  'flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-1.5 text-[0.9375rem] leading-snug md:flex-nowrap'

/** The list below the search box, and its length for screen readers. */
export function SuggestionList({ listId, options, active }: Props) {
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, active])
  const isOpen = options.length > 0
  const optionProps = (url: string, index: number) => ({
    id: `${listId}-${index}`,
    role: 'option',
    'aria-selected': index === active,
    onClick: () => location.assign(url),
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
        {options.map(({ url, line }, index) => (
          <div key={url} {...optionProps(url, index)}>
            {line}
          </div>
        ))}
      </div>
      <div role="status" className="sr-only">
        {isOpen && formatCount(options.length - 1, 'suggestion')}
      </div>
    </>
  )
}
