import { FIRST_KEY } from '@/lib/kb/numbers/kb-number'

/** Lists the ordinals whose KB numbers begin with the digits; without digits, all of them. */
export function listOrdinalsWithPrefix(numbers: Int32Array, digits: string): number[] {
  const found: number[] = []
  if (digits === '') {
    for (const [ordinal, number] of numbers.entries()) if (number !== 0) found.push(ordinal)
    return found
  }
  const [scale, wanted] = [10 ** digits.length, Number(digits)]
  for (const [ordinal, number] of numbers.entries()) {
    let start = number
    while (start >= scale) start = Math.floor(start / 10)
    if (start === wanted && number !== 0 && number < FIRST_KEY) found.push(ordinal)
  }
  return found
}
