'use client' // In development only, where React has to find the page as the server made it.

import { useEffect } from 'react'

/** Loads a script once React has taken over the page. */
export function ScriptAfterHydration({ url }: { url: string }) {
  useEffect(() => {
    const script = document.createElement('script')
    Object.assign(script, { type: 'module', src: url })
    document.head.append(script)
  }, [url])
  return null
}
