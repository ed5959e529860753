'use client' // A press copies text.

import { useEffect, useState } from 'react'
import { useHydrated } from './use-hydrated'

/** The confirmation shows this long, in milliseconds. */
const CONFIRMATION_TIME = 2000

interface Clipboard {
  /** False without JavaScript and on plain http, where browsers offer no clipboard. */
  readonly canCopy: boolean
  /** True for a moment after the text was copied. */
  readonly isCopied: boolean
  readonly copy: (text: string) => Promise<void>
}

/** Copies texts, and tells for how long to confirm it. */
export function useClipboard(): Clipboard {
  const isHydrated = useHydrated()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), CONFIRMATION_TIME)
    return () => clearTimeout(timer)
  }, [isCopied])
  async function copy(text: string) {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return { canCopy: isHydrated && navigator.clipboard !== undefined, isCopied, copy }
}
