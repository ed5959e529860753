import { type KbNumber, toArticleKey } from '@/lib/kb/numbers/kb-number'

/** Gives the text from which a list goes on behind this article. It is opaque, so that lists may change what it holds. */
export function formatCursor(last: KbNumber): string {
  return Buffer.from(`after ${last}`).toString('base64url')
}

/** Parses a cursor; `undefined` for a text that is none. */
export function parseCursor(text: string): KbNumber | undefined {
  const digits = /^after (\d{1,10})$/.exec(Buffer.from(text.slice(0, 40), 'base64url').toString())?.[1]
  const last = digits === undefined ? undefined : toArticleKey(Number(digits))
  // The same cursor has one spelling.
  return last !== undefined && formatCursor(last) === text ? last : undefined
}
