import { type KbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'

/**
 * Gives the number that is the whole name of a file: `kb940006.txt`, `Q174932.html`, `940006-page.txt`. A number among words may be an
 * event or another article.
 */
export function numberOfFile(file: string): KbNumber | undefined {
  const name = file.split(/[/\\]/).at(-1) ?? ''
  const digits = /^(?:kb|q)?0*(\d{5,7})(?:-page)?(?:\.[a-z]{1,5})?$/i.exec(name)?.[1]
  return digits === undefined ? undefined : toKbNumber(Number(digits))
}
