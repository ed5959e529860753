import type { SignatureKind } from '@/lib/kb/signatures/signature-kind'

/** The words for each kind of signature: for a list of them, and for one. */
export const KIND_TITLES: Readonly<Record<SignatureKind, { readonly many: string; readonly one: string }>> = {
  code: { many: 'Error codes', one: 'Error code' },
  error: { many: 'Error numbers', one: 'Error number' },
  event: { many: 'Events', one: 'Event' },
  stop: { many: 'STOP errors', one: 'STOP error' },
  message: { many: 'Compiler and linker messages', one: 'Compiler or linker message' },
  bulletin: { many: 'Security bulletins', one: 'Security bulletin' },
  file: { many: 'Files', one: 'File' },
  version: { many: 'Versions and builds', one: 'Version or build' },
}
