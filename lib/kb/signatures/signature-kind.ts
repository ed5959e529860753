/** The kinds of signatures in the order of the pages; docs/signatures.md describes them. */
export const SIGNATURE_KINDS = ['code', 'error', 'event', 'stop', 'message', 'bulletin', 'file', 'version'] as const

export type SignatureKind = (typeof SIGNATURE_KINDS)[number]

export function isSignatureKind(value: unknown): value is SignatureKind {
  return SIGNATURE_KINDS.some((kind) => kind === value)
}
