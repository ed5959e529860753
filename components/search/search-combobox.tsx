'use client' // Suggestions appear while the reader types; arrows, Enter, Escape and the pointer work on them.

import { type KeyboardEvent, useId, useState } from 'react'
import { useHydrated } from '@/components/ui/use-hydrated'
import { SuggestionList } from './suggestion-list'
import { listOptions } from './suggestion-options'
import { useSuggestions } from './use-suggestions'

/** Keeps a pasted log from becoming a URL that servers refuse; the search itself reads less. */
const MAX_LENGTH = 2000

/** The text field of a search: an editable combobox with a list, after the ARIA Authoring Practices. */
export function SearchCombobox({ boxId, text }: { boxId: string; text: string }) {
  const listId = useId()
  const isHydrated = useHydrated()
  const [active, setActive] = useState(-1)
  const { typed, suggestions, suggest, close } = useSuggestions(text, () => setActive(-1))
  const options = listOptions(suggestions, typed)
  const isOpen = options.length > 0

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    // Past either end, the arrows return to the text.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && isOpen) setActive(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1)
    else if (event.key === 'ArrowDown') void suggest(event.currentTarget.value)
    else if (event.key === 'Escape' && isOpen) close()
    else if (event.key === 'Enter' && options[active] !== undefined) location.assign(options[active].url)
    else return
    event.preventDefault()
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the attributes are set only with the role that supports them. */}
      <input
        id={boxId}
        name="q"
        type="text"
        defaultValue={text}
        maxLength={MAX_LENGTH}
        role={isHydrated ? 'combobox' : 'searchbox'}
        aria-label="Search articles"
        aria-autocomplete={isHydrated ? 'list' : undefined}
        aria-expanded={isHydrated ? isOpen : undefined}
        aria-controls={isHydrated ? listId : undefined}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        placeholder="Search articles, KB numbers, error codes…"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        inputMode="search"
        onInput={(event) => void suggest(event.currentTarget.value)}
        onKeyDown={handleKey}
        onBlur={close}
        className="h-full min-w-0 flex-1 text-ellipsis bg-transparent text-ink outline-none placeholder:text-muted"
      />
      <SuggestionList listId={listId} options={options} active={active} />
    </>
  )
}
