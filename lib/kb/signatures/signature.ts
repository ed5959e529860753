import { findCodes } from './signature-codes'
import { findErrorNumbers } from './signature-errors'
import { findEvents } from './signature-events'
import { findFiles } from './signature-files'
import type { SignatureKind } from './signature-kind'
import { findBulletins, findToolMessages } from './signature-messages'
import { findStops } from './signature-stops'
import { findSymbols } from './signature-symbols'
import { findVersions } from './signature-versions'

export type { SignatureKind }

/** What identifies a problem, in its one spelling. */
export interface Signature {
  /** As it stands in an address: `0x80070643`, `error-1603`, `event-11306-msiinstaller`, `stop-0x0000000a`, `mapi32.dll`. */
  readonly id: string
  readonly kind: SignatureKind
  /** As a reader writes it: `0x80070643`, `Event ID 11306, source MsiInstaller`. */
  readonly label: string
  /** The id of the wider signature that is meant as well: `event-11306` of `event-11306-msiinstaller`. */
  readonly broader?: string
  /** The version that stands beside the name of a file. */
  readonly version?: string
}

/** A signature and where it stands in a text. */
export interface FoundSignature extends Signature {
  readonly start: number
  readonly end: number
}

/**
 * Finds every signature in a text, in its order; of overlapping ones the first and longest. The time is linear in the
 * length of the text, whatever it holds.
 *
 * `findSignatures(text: string): FoundSignature[]`
 */
export function findSignatures(text: string): FoundSignature[] {
  const versions = findVersions(text)
  const found = [
    ...findStops(text),
    ...findEvents(text),
    ...findCodes(text),
    ...findErrorNumbers(text),
    ...findSymbols(text),
    ...findToolMessages(text),
    ...findBulletins(text),
    ...findFiles(text, versions),
    ...versions,
  ]
  found.sort((one, other) => one.start - other.start || other.end - one.end)
  let end = 0
  return found.filter((signature) => {
    if (signature.start < end) return false
    end = signature.end
    return true
  })
}
