import { createHash } from 'node:crypto'
import { FIRST_KEY, type KbNumber, MAX_KEY, toArticleKey } from './kb-number'

/** Parts of letters, digits, `.`, `_` and `-`, with `/` between them: `windows-server/identity/what-is-dfsr`. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}._-]*(?:\/[\p{L}\p{N}_][\p{L}\p{N}._-]*)*$/u
/** A text that readers would take for a number is not a name, nor is the word that stands for an unknown successor. */
const NO_NAME = /^(?:(?:kb|q)?[-_.]?\d+|unknown)$/i
const [MIN_NAME, MAX_NAME] = [3, 300]

export function isArticleName(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length >= MIN_NAME &&
    value.length <= MAX_NAME &&
    NAME.test(value) &&
    !NO_NAME.test(value)
  )
}

/**
 * Gives the key of an article that has a name and no number: the first four bytes of the name's SHA-256, moved above all KB
 * numbers. Anybody can compute it, so it needs no register; two of 1,020 names meet with a probability of 0.00024.
 */
export function keyOfName(name: string): KbNumber {
  const hash = createHash('sha256').update(name).digest().readUInt32BE(0)
  const key = toArticleKey(FIRST_KEY + (hash % (MAX_KEY - FIRST_KEY + 1)))
  if (key === undefined) throw new Error(`The name "${name}" has no key.`)
  return key
}
