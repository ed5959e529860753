'use client' // The buttons step from match to match.

import { useState } from 'react'
import { useHydrated } from '@/components/ui/use-hydrated'

const BUTTON = 'min-h-8 rounded-md px-2 text-accent hover:bg-wash'

/** The buttons to the previous and the next match; absent without JavaScript. */
export function MatchStepper({ count }: { count: number }) {
  const isHydrated = useHydrated()
  const [current, setCurrent] = useState(0)
  if (!isHydrated) return null

  function goTo(place: number) {
    // Past either end, the other end comes next.
    const next = ((place - 1 + count) % count) + 1
    for (const mark of document.querySelectorAll('mark[data-current]')) mark.removeAttribute('data-current')
    const mark = document.getElementById(`match-${next}`)
    mark?.setAttribute('data-current', '')
    mark?.scrollIntoView({ block: 'center' })
    setCurrent(next)
  }

  return (
    <span className="flex items-center gap-1">
      <button type="button" className={BUTTON} onClick={() => goTo(current === 0 ? count : current - 1)}>
        Previous<span className="sr-only"> match</span>
      </button>
      <button type="button" className={BUTTON} onClick={() => goTo(current + 1)}>
        Next<span className="sr-only"> match</span>
      </button>
      <span role="status" className="tabular-nums text-muted">
        {current > 0 && `${current} of ${count}`}
      </span>
    </span>
  )
}
