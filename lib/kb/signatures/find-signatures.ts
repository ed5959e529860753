import type { FoundSignature } from './signature'
import { findCodes } from './signature-codes'
import { findErrorNumbers } from './signature-errors'
import { findEvents } from './signature-events'
import { findFiles } from './signature-files'
import { findBulletins, findToolMessages } from './signature-messages'
import { findStops } from './signature-stops'
import { findSymbols } from './signature-symbols'
import { findVersions } from './signature-versions'

/** Finds all signatures in a text, in order; of overlapping ones the first and longest. The time is linear in the length. */
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
