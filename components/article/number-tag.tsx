import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'

/** A KB number set apart from the words around it. */
export function NumberTag({ number }: { number: KbNumber }) {
  return <span className="kb-number">{formatKbNumber(number)}</span>
}
