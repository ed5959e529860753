import { type KbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'

/** Gives the number in the name of a file: `kb940006.txt`, `Q174932.html`, `940006-page.txt`. The digits of a hash are none. */
export function numberOfFile(file: string): KbNumber | undefined {
  const name = file.split(/[/\\]/).at(-1) ?? ''
  const digits = /(?:^|[^a-z0-9])(?:kb|q)?0*(\d{5,7})(?![a-z0-9])/i.exec(name)?.[1]
  return digits === undefined ? undefined : toKbNumber(Number(digits))
}
