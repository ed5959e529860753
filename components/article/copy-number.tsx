'use client' // A press copies the KB number.

import { useClipboard } from '@/components/ui/use-clipboard'
import { formatKbNumber, hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { NumberTag } from './number-tag'

/** The KB number of the page, or its short address where the article has none; a press copies it if the browser can, else it is plain text. */
export function CopyNumber({ number }: { number: KbNumber }) {
  const { canCopy, isCopied, copy } = useClipboard()
  if (!canCopy) return <NumberTag number={number} />
  const text = formatKbNumber(number)
  const what = hasKbNumber(number) ? 'number' : 'short address'
  return (
    <>
      <button
        type="button"
        title={`Copy ${what}`}
        aria-label={`${text}: copy ${what}`}
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
