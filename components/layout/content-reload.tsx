'use client'
// For authors: an open page reloads when an article changes.

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const ASK_MS = 1000

/** Refreshes the page when the index has changed, in development only. */
export function ContentReload() {
  const router = useRouter()
  useEffect(() => {
    let shown: unknown
    const ask = async () => {
      const current = await readIndexVersion()
      if (current !== undefined && shown !== undefined && current !== shown) router.refresh()
      shown = current ?? shown
    }
    const timer = setInterval(ask, ASK_MS)
    return () => clearInterval(timer)
  }, [router])
  return null
}

/** Gives `undefined` while the server does not answer, such as during a restart. */
async function readIndexVersion(): Promise<unknown> {
  try {
    const response = await fetch('/readyz')
    const health: unknown = await response.json()
    return typeof health === 'object' && health !== null && 'indexVersion' in health ? health.indexVersion : undefined
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return undefined
    throw error
  }
}
