import { FIRST_KEY } from '@/lib/kb/numbers/kb-number'

/** Lists the ordinals whose KB numbers begin with the digits; without digits, all of them. */
export function listOrdinalsWithPrefix(numbers: Int32Array, digits: string): number[] {
  const found: number[] = []
  const [scale, wanted] = [10 ** digits.length, Number(digits)]
  for (const [ordinal, number] of numbers.entries()) {
    let start = number
    while (start >= scale) start = Math.floor(start / 10)
    if (start === wanted && number !== 0 && (digits === '' || number < FIRST_KEY)) found.push(ordinal)
  }
  return found
}
