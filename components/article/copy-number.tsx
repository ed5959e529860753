'use client' // A press copies the KB number.

import { useClipboard } from '@/components/ui/use-clipboard'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { NumberTag } from './number-tag'

/** The KB number of the page; a press copies it if the browser can, else it is plain text. */
export function CopyNumber({ number }: { number: KbNumber }) {
  const { canCopy, isCopied, copy } = useClipboard()
  if (!canCopy) return <NumberTag number={number} />
  const text = formatKbNumber(number)
  return (
    <>
      <button
        type="button"
        title="Copy number"
        aria-label={`${text}: copy number`}
        onClick={() => copy(text)}
        className="kb-number min-h-6 hover:border-edge"
      >
        {text}
      </button>
      <span role="status" className={isCopied ? 'text-xs text-ink' : 'sr-only'}>
        {isCopied && 'Copied'}
      </span>
    </>
  )
}
