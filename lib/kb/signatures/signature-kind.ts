/** The kinds of signatures, in the order in which they are shown: see docs/signatures.md for how each is written. */
export const SIGNATURE_KINDS = ['code', 'error', 'event', 'stop', 'message', 'bulletin', 'file', 'version'] as const

export type SignatureKind = (typeof SIGNATURE_KINDS)[number]

/** Tells whether a value names a kind of signature. */
export function isSignatureKind(value: unknown): value is SignatureKind {
  return SIGNATURE_KINDS.some((kind) => kind === value)
}
