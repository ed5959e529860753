import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'

export function NumberTag({ number }: { number: KbNumber }) {
  return <span className="kb-number">{formatKbNumber(number)}</span>
}
