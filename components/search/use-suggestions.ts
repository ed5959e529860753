'use client' // Suggestions are fetched while the reader types.

import { useEffect, useRef, useState } from 'react'
import type { Suggestions } from '@/lib/kb/search/search-query'
import { fetchSuggestions } from './fetch-suggestions'

interface ShownSuggestions {
  /** The text that `suggestions` belong to. */
  readonly typed: string
  /** None while nothing is typed, and after a fault. */
  readonly suggestions: Suggestions | undefined
  readonly suggest: (text: string) => Promise<void>
  readonly close: () => void
}

/** Keeps the suggestions for what is typed last. `onChange` runs whenever they change. */
export function useSuggestions(text: string, onChange: () => void): ShownSuggestions {
  const [typed, setTyped] = useState(text)
  const [suggestions, setSuggestions] = useState<Suggestions>()
  const request = useRef<AbortController>(undefined)

  useEffect(() => () => request.current?.abort(), [])

  function close() {
    request.current?.abort()
    setSuggestions(undefined)
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
