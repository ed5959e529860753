'use client' // A press copies the code.

import { useClipboard } from '@/components/ui/use-clipboard'

/** The button that copies a block of code; absent if the browser cannot copy. */
export function CopyCode({ code }: { code: string }) {
  const { canCopy, isCopied, copy } = useClipboard()
  if (!canCopy) return null
  return (
    <>
      <button
        type="button"
        aria-label="Copy code"
        onClick={() => copy(code)}
        className="absolute right-2 top-2 min-h-7 rounded-md border border-line bg-raised px-2 text-xs text-muted hover:border-edge hover:text-ink print:hidden"
      >
        {isCopied ? 'Copied' : 'Copy'}
      </button>
      <span role="status" className="sr-only">
        {isCopied && 'Copied'}
      </span>
    </>
  )
}
