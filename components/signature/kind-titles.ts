import type { SignatureKind } from '@/lib/kb/signatures/signature-kind'

/** What each kind of signature is called: as a heading, and above one signature. */
export const KIND_TITLES: Readonly<Record<SignatureKind, { readonly many: string; readonly one: string }>> = {
  code: { many: 'Error codes', one: 'Error code' },
  error: { many: 'Error numbers', one: 'Error number' },
  event: { many: 'Events', one: 'Event' },
  stop: { many: 'Stop errors', one: 'Stop error' },
  message: { many: 'Messages of tools', one: 'Message of a tool' },
  bulletin: { many: 'Security bulletins', one: 'Security bulletin' },
  file: { many: 'Files', one: 'File' },
  version: { many: 'Versions and builds', one: 'Version or build' },
}
