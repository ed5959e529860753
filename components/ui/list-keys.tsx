'use client' // The keys j and k go through a list while the focus is in it.

import { useEffect } from 'react'

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 }

/** Lets `j` and `k` step through the links of a list that has the focus; Enter opens a link in any case. */
export function ListKeys({ listId }: { listId: string }) {
  useEffect(() => {
    const list = document.getElementById(listId)
    function step(event: KeyboardEvent) {
      const change = STEPS[event.key]
      if (change === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      const items = [...(list?.children ?? [])]
      const next = items[items.findIndex((item) => item.contains(document.activeElement)) + change]
      const link = next?.querySelector<HTMLElement>('h2 a') ?? next?.querySelector<HTMLElement>('a')
      link?.focus()
    }
    list?.addEventListener('keydown', step)
    return () => list?.removeEventListener('keydown', step)
  }, [listId])
  return null
}
