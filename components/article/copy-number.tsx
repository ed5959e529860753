import { formatKbNumber, hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'

/** The KB number of the page, or its short address where the article has none. browser/copy-buttons.tsx makes it a button. */
export function CopyNumber({ number }: { number: KbNumber }) {
  return (
    <span className="kb-number" data-copy={hasKbNumber(number) ? 'number' : 'short address'}>
      {formatKbNumber(number)}
    </span>
  )
}
