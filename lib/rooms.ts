import { parseSignatureSegment } from '@/lib/kb/signatures/parse-signature'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { hasProduct } from '@/lib/kb-index/read/products'
import { hasUpdateLine } from '@/lib/kb-index/read/relations'
import { hasRelease } from '@/lib/kb-index/read/releases'
import { hasSignature } from '@/lib/kb-index/read/signatures'

type HasName = (index: IndexDatabase, name: string) => boolean

/** The first part of each URL below which every page shows one thing, and how to tell whether the collection has it. */
export const ROOMS: ReadonlyMap<string, HasName> = new Map<string, HasName>([
  // URLs with an article number are recognized before. Nothing else is below /kb.
  ['kb', () => false],
  ['products', hasProduct],
  ['releases', hasRelease],
  ['signatures', hasSignatureAt],
  ['updates', (index, name) => name === 'compare' || hasUpdateLine(index, name)],
])

/** Tells whether a path is in one of the rooms but the collection does not have what it names. */
export function isLost(index: IndexDatabase, path: string): boolean {
  const [, room = '', name] = path.split('/')
  const hasName = ROOMS.get(room)
  return hasName !== undefined && name !== undefined && !hasName(index, name)
}

function hasSignatureAt(index: IndexDatabase, name: string): boolean {
  const signature = parseSignatureSegment(name)
  return signature !== undefined && hasSignature(index, signature)
}
