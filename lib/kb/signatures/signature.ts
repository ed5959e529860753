import type { SignatureKind } from './signature-kind'

/** What identifies a problem: an error code, event, STOP code, message, bulletin, file or version. */
export interface Signature {
  /** As in URLs: `0x80070643`, `error-1603`, `event-11306-msiinstaller`, `stop-0x0000000a`, `mapi32.dll`. */
  readonly id: string
  readonly kind: SignatureKind
  /** As readers write it: `0x80070643`, `Event ID 11306, source MsiInstaller`. */
  readonly label: string
  /** The id of the wider signature: `event-11306` for `event-11306-msiinstaller`. */
  readonly broader?: string
  /** The version next to the name of a file. */
  readonly version?: string
}

/** A signature and its place in a text. */
export interface FoundSignature extends Signature {
  readonly start: number
  readonly end: number
}
