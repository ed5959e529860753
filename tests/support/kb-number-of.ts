import { type KbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'

/** Gives an integer that a test has written as a KB number. */
export function kbNumberOf(value: number): KbNumber {
  const number = toKbNumber(value)
  if (number === undefined) throw new Error(`${value} is no KB number.`)
  return number
}
