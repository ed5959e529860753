'use client' // The `/` key focuses the search box.

import { useEffect } from 'react'

/** Shows which key focuses the search box, and listens for it. */
export function FocusShortcut({ boxId }: { boxId: string }) {
  useEffect(() => {
    function focusBox(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const box = document.getElementById(boxId)
      if (!(box instanceof HTMLInputElement)) return
      event.preventDefault()
      box.focus()
      box.select()
    }
    document.addEventListener('keydown', focusBox)
    return () => document.removeEventListener('keydown', focusBox)
  }, [boxId])
  return (
    <span
      aria-hidden="true"
      className="hidden rounded-[5px] border border-b-2 border-line bg-wash px-1.5 font-mono text-xs leading-5 text-muted md:block noscript:hidden"
    >
      /
    </span>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
