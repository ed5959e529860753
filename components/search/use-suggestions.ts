'use client' // Suggestions are fetched while the reader types.

import { useEffect, useRef, useState } from 'react'
import type { Suggestion } from '@/lib/kb/search/search-query'
import { fetchSuggestions } from './fetch-suggestions'

interface Suggestions {
  /** The text that `suggestions` belong to. */
  readonly typed: string
  readonly suggestions: readonly Suggestion[]
  readonly suggest: (text: string) => Promise<void>
  readonly close: () => void
}

/** Keeps the suggestions for what is typed last. `onChange` runs whenever they change. */
export function useSuggestions(text: string, onChange: () => void): Suggestions {
  const [typed, setTyped] = useState(text)
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([])
  const request = useRef<AbortController>(undefined)

  useEffect(() => () => request.current?.abort(), [])

  function close() {
    request.current?.abort()
    setSuggestions([])
    onChange()
  }

  async function suggest(value: string) {
    request.current?.abort()
    const controller = new AbortController()
    request.current = controller
    const found = await fetchSuggestions(value, controller.signal)
    if (controller.signal.aborted) return
    setTyped(value)
    setSuggestions(found)
    onChange()
  }

  return { typed, suggestions, suggest, close }
}
