import { BUG_CHECKS } from '@/lib/kb/data/signature-bug-checks'
import type { Signature } from './signature'

/** Gives the signature of a 32-bit code: 2147944003 is `0x80070643`. Low codes are error numbers, the highest negative ones. */
export function codeSignature(value: number): Signature {
  if (value <= 0xffff) return errorSignature(value)
  if (value >= 0xffff0000) return errorSignature(value - 2 ** 32)
  const id = `0x${hexOf(value)}`
  return { id, kind: 'code', label: `0x${hexOf(value).toUpperCase()}` }
}

export function errorSignature(number: number): Signature {
  return { id: `error-${number}`, kind: 'error', label: `Error ${number}` }
}

/** Gives the signature of a STOP code, or `undefined` for a number that cannot be one. */
export function stopSignature(value: number): Signature | undefined {
  // A live dump has a flag in the highest digit: 0x1000007E is 0x7E.
  const code = value >>> 28 === 1 ? value - 0x10000000 : value
  const isStop = (code > 0 && code <= 0xfff) || (code > 0xc0000000 && code <= 0xc0000fff)
  if (!isStop) return undefined
  return { id: `stop-0x${hexOf(code)}`, kind: 'stop', label: `STOP 0x${hexOf(code).toUpperCase()}` }
}

/** Tells whether a number is a STOP code with a name. */
export function isNamedStop(value: number): boolean {
  return NAMED_STOPS.has(value)
}

/** Gives eight hexadecimal digits: 10 is `0000000a`. */
export function hexOf(value: number): string {
  return value.toString(16).padStart(8, '0')
}

const NAMED_STOPS = new Set<number>(Object.values(BUG_CHECKS))
