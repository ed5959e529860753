import type { SignatureKind } from './signature-kind'

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
