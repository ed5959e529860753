import { type KbNumber, toArticleKey } from './kb-number'

/** Parses the last part of the address of another text: `172983` is the first one of that number, `172983-2` the second. */
export function parseOtherText(name: string): { readonly number: KbNumber; readonly place: number } | undefined {
  const [, digits, place = '1'] = /^(\d{1,10})(?:-([2-9]|1\d|20))?$/.exec(name) ?? []
  const number = digits === undefined || digits.startsWith('0') ? undefined : toArticleKey(Number(digits))
  return number === undefined ? undefined : { number, place: Number(place) }
}
