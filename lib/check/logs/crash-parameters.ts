import type { FoundSignature } from '@/lib/kb/signatures/signature'
import { codeSignature } from '@/lib/kb/signatures/signature-values'

/** A status of 32 bits in a parameter of 64: `BCP1: FFFFFFFFC0000005`. */
const WIDE_STATUS = /\b(?:0x)?ffffffff`?(c0[0-9a-f]{6})\b/gi

/** Finds the statuses among the parameters that a 64-bit system prints of its crash. */
export function findWideStatuses(text: string): FoundSignature[] {
  return Array.from(text.matchAll(WIDE_STATUS), ({ 0: written, 1: digits = '', index }) => ({
    ...codeSignature(Number.parseInt(digits, 16)),
    start: index,
    end: index + written.length,
  }))
}
