import { type KbNumber, toKbNumber } from './kb-number'

/**
 * Lists the numbers that are one typing error away from `number`: two neighboring digits swapped, then one wrong digit, then
 * one missing or extra digit.
 */
export function listNearbyNumbers(number: KbNumber): readonly KbNumber[] {
  const digits = String(number)
  const places = [...digits].map((_, place) => place)
  const exchanged = places.slice(1).map((place) => splice(digits, place - 1, 2, `${digits[place]}${digits[place - 1]}`))
  const wrong = places.flatMap((place) => DIGITS.map((digit) => splice(digits, place, 1, digit)))
  const missing = [...places, digits.length].flatMap((place) => DIGITS.map((digit) => splice(digits, place, 0, digit)))
  const tooMany = places.map((place) => splice(digits, place, 1, ''))
  const numbers = [...exchanged, ...wrong, ...missing, ...tooMany].flatMap((text) => toKbNumber(Number(text)) ?? [])
  return [...new Set(numbers)].filter((nearby) => nearby !== number)
}

const DIGITS = [...'0123456789']

function splice(digits: string, place: number, count: number, put: string): string {
  return digits.slice(0, place) + put + digits.slice(place + count)
}
