'use client'
// For authors: the open page follows a change of its article.

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const ASK_MS = 1000

/** Shows the page anew when the index has changed. It belongs to development: readers' pages do not ask. */
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

/** Gives `undefined` while the server does not answer, as when it starts again. */
async function readIndexVersion(): Promise<unknown> {
  try {
    const response = await fetch('/healthz')
    const health: unknown = await response.json()
    return typeof health === 'object' && health !== null && 'indexVersion' in health ? health.indexVersion : undefined
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return undefined
    throw error
  }
}
