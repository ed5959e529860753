import { BUG_CHECKS } from '@/lib/kb/data/signature-bug-checks'
import type { Signature } from './signature'
import { listSymbols } from './signature-symbols'
import { codeSignature, errorSignature, hexOf, stopSignature } from './signature-values'

/** What the digits of a signature say, without any article. */
export interface SignatureDescription {
  readonly names: readonly string[]
  readonly spellings: readonly string[]
  /** What its form says, where that is more than its kind. */
  readonly meaning?: string
  /** Other signatures that mean the same, each with the reason; whether an article mentions them is not known here. */
  readonly related: readonly { readonly signature: Signature; readonly reason: string }[]
}

/** Parts of Windows that have their own range of codes, by bits 16 to 26 of the code (winerror.h). */
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

/** Tells what a signature is: its public names, its other spellings, and what means the same. */
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
  event: 'An entry of the Windows event log. A number means something only together with the source that wrote it.',
  message: 'A numbered message of a compiler, a linker or another tool.',
} as const

/** The names of the Windows error inside an HRESULT. */
function listInnerSymbols(id: string): readonly string[] {
  return /^0x8007[0-9a-f]{4}$/.test(id) ? listSymbols(`error-${Number(id) & 0xffff}`) : []
}

function describeCode(id: string): Omit<SignatureDescription, 'names'> {
  if (!id.startsWith('0x')) {
    return {
      spellings: [],
      meaning:
        'An id in a message of Outlook or Exchange: the code, the place that reported it, and the error below it.',
      related: [{ signature: codeSignature(Number(`0x${id.slice(-8)}`)), reason: 'The error below it.' }].filter(
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
  const stop = upper === 0xc000 && isStopCode(value) ? stopSignature(value) : undefined
  if (stop) related.push({ signature: stop, reason: 'The stop screen with this code.' })
  const spellings = value > 0x7fffffff ? [hexOf(value), String(value - 2 ** 32)] : []
  return { spellings, meaning: meaningOfCode(value), related }
}

function meaningOfCode(value: number): string {
  const family = value >>> 28
  if (family === 0xc) return 'A status of the Windows NT kernel, or a code of the same form: an error.'
  if (family === 0xe) return 'An exception that a program defined for itself.'
  if (family !== 8) return 'A 32-bit code that reports no error, but a success, a warning or a notice.'
  const facility = FACILITIES[(value >>> 16) & 0x7ff]
  return facility === undefined
    ? 'An HRESULT that reports an error.'
    : `An HRESULT that reports an error; its range: ${facility}.`
}

function describeError(number: number): Omit<SignatureDescription, 'names'> {
  if (number < 0) {
    const code = `0x${hexOf(number + 2 ** 32).toUpperCase()}`
    return {
      spellings: [code],
      meaning: 'An error number. Databases of Exchange and Active Directory have negative ones.',
      related: [],
    }
  }
  return {
    spellings: [`0x${number.toString(16).toUpperCase()}`],
    meaning: 'An error number. What it means depends on the program that reports it; the names are those of Windows.',
    related: [
      { signature: codeSignature(0x80070000 + number), reason: 'The same Windows error as an HRESULT.' },
      { signature: codeSignature(0x800a0000 + number), reason: 'The same Visual Basic error as an HRESULT.' },
    ],
  }
}

function describeStop(value: number): Omit<SignatureDescription, 'names'> {
  return {
    spellings: [`STOP 0x${value.toString(16).toUpperCase()}`],
    meaning:
      'The code of a blue screen, on which Windows stops. What stands behind it in parentheses are its parameters.',
    related:
      value > 0xc0000000
        ? [{ signature: codeSignature(value), reason: 'The same status outside of a stop screen.' }]
        : [],
  }
}

function isStopCode(value: number): boolean {
  return STOP_CODES.has(value)
}

/** Statuses that end Windows: those of the names, and those that articles show on stop screens. */
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
