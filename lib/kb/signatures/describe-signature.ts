import { BUG_CHECKS } from '@/lib/kb/data/signature-bug-checks'
import type { Signature } from './signature'
import { listSymbols } from './signature-symbols'
import { codeSignature, errorSignature, hexOf, stopSignature } from './signature-values'

/** What a signature says by itself, without any article. */
export interface SignatureDescription {
  readonly names: readonly string[]
  readonly spellings: readonly string[]
  /** What its form says, if that is more than its kind. */
  readonly meaning?: string
  /** Other signatures that mean the same, each with the reason, whether or not an article mentions them. */
  readonly related: readonly { readonly signature: Signature; readonly reason: string }[]
}

/** Parts of Windows with their own range of codes, by bits 16 to 26 of the code (winerror.h). */
const FACILITIES: Readonly<Record<number, string>> = {
  0: 'general',
  1: 'remote procedure calls',
  2: 'automation',
  3: 'structured storage',
  4: 'the interface that returned it',
  7: 'Windows errors',
  8: 'Windows',
  9: 'security',
  10: 'controls and Visual Basic',
  11: 'certificates',
  12: 'Internet',
  14: 'message queuing',
  15: 'device installation',
  16: 'smart cards',
  17: 'COM+',
  36: 'Windows Update',
}

/** Gives the public names of a signature, its other spellings, its meaning, and what means the same. */
export function describeSignature({ id, kind }: Signature): SignatureDescription {
  const names = [...listSymbols(id), ...listInnerSymbols(id)]
  switch (kind) {
    case 'code':
      return { names, ...describeCode(id) }
    case 'error':
      return { names, ...describeError(Number(id.slice('error-'.length))) }
    case 'stop':
      return { names, ...describeStop(Number(id.slice('stop-'.length))) }
    default:
      return {
        names,
        spellings: [],
        meaning: kind === 'event' || kind === 'message' ? MEANINGS[kind] : undefined,
        related: [],
      }
  }
}

const MEANINGS = {
  event: 'A Windows event. IDs are unique only within a source.',
  message: 'A numbered compiler, linker or tool message.',
} as const

/** Names of the Windows error inside an HRESULT. */
function listInnerSymbols(id: string): readonly string[] {
  return /^0x8007[0-9a-f]{4}$/.test(id) ? listSymbols(`error-${Number(id) & 0xffff}`) : []
}

function describeCode(id: string): Omit<SignatureDescription, 'names'> {
  if (!id.startsWith('0x')) {
    return {
      spellings: [],
      meaning: 'An Outlook or Exchange message ID: the code, the place that reported it, and the underlying error.',
      related: [{ signature: codeSignature(Number(`0x${id.slice(-8)}`)), reason: 'The underlying error.' }].filter(
        ({ signature }) => signature.id !== 'error-0',
      ),
    }
  }
  const value = Number(id)
  const [upper, lower] = [value >>> 16, value & 0xffff]
  const related: { signature: Signature; reason: string }[] = []
  if (upper === 0x8007) related.push({ signature: errorSignature(lower), reason: 'The Windows error inside the code.' })
  if (upper === 0x800a)
    related.push({ signature: errorSignature(lower), reason: 'The Visual Basic error inside the code.' })
  const stop = upper === 0xc000 && STOP_CODES.has(value) ? stopSignature(value) : undefined
  if (stop) related.push({ signature: stop, reason: 'The STOP error with this code.' })
  const spellings = value > 0x7fffffff ? [hexOf(value), String(value - 2 ** 32)] : []
  return { spellings, meaning: meaningOfCode(value), related }
}

function meaningOfCode(value: number): string {
  const family = value >>> 28
  if (family === 0xc) return 'A Windows NT status code (severity: error).'
  if (family === 0xe) return 'An exception defined by a program.'
  if (family !== 8) return 'A 32-bit code for success, a warning or information, not an error.'
  const facility = FACILITIES[(value >>> 16) & 0x7ff]
  return facility === undefined ? 'An HRESULT error code.' : `An HRESULT error code (facility: ${facility}).`
}

function describeError(number: number): Omit<SignatureDescription, 'names'> {
  if (number < 0) {
    const code = `0x${hexOf(number + 2 ** 32).toUpperCase()}`
    return {
      spellings: [code],
      meaning: 'A negative error number, as used by Exchange and Active Directory databases.',
      related: [],
    }
  }
  return {
    spellings: [`0x${number.toString(16).toUpperCase()}`],
    meaning: 'An error number. Its meaning depends on the program that reports it; the names are those of Windows.',
    related: [
      { signature: codeSignature(0x80070000 + number), reason: 'The same Windows error as an HRESULT.' },
      { signature: codeSignature(0x800a0000 + number), reason: 'The same Visual Basic error as an HRESULT.' },
    ],
  }
}

function describeStop(value: number): Omit<SignatureDescription, 'names'> {
  return {
    spellings: [`STOP 0x${value.toString(16).toUpperCase()}`],
    meaning: 'A STOP (blue screen) code. The values in parentheses are its parameters.',
    related:
      value > 0xc0000000 ? [{ signature: codeSignature(value), reason: 'The same status outside a STOP error.' }] : [],
  }
}

/** Statuses that stop Windows: those with names, and others that articles show on STOP screens. */
const STOP_CODES = new Set<number>([
  ...Object.values(BUG_CHECKS),
  0xc0000142,
  0xc0000143,
  0xc0000218,
  0xc000021a,
  0xc0000221,
  0xc0000244,
  0xc0000263,
  0xc000026c,
])
