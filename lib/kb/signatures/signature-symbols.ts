import { BUG_CHECKS } from '@/lib/kb/data/signature-bug-checks'
import { RESULT_CODES } from '@/lib/kb/data/signature-result-codes'
import { STORAGE_ENGINE_ERRORS, WINDOWS_ERRORS } from '@/lib/kb/data/signature-windows-errors'
import type { FoundSignature, Signature } from './signature'
import { codeSignature, errorSignature, stopSignature } from './signature-values'

/** Only names like WSAECONNRESET have no underscore. */
const SYMBOL = /(?<!\w)(?:[A-Z]{1,12}\d?_[A-Za-z]\w{2,60}|PHASE[01]_\w{5,30}|WSA[A-Z_]{4,20})(?!\w)/g

/** Finds known names such as `E_ACCESSDENIED`, `ERROR_INSTALL_FAILURE` or `IRQL_NOT_LESS_OR_EQUAL`. */
export function findSymbols(text: string): FoundSignature[] {
  const found: FoundSignature[] = []
  for (const match of text.matchAll(SYMBOL)) {
    const signature = SIGNATURES.get(match[0])
    if (signature) found.push({ ...signature, start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** Parses the public name of a signature, in upper or lower case. */
export function parseSymbol(text: string): Signature | undefined {
  return SIGNATURES.get(text) ?? ANY_CASE.get(text.toLowerCase())
}

/** Lists the public names of a signature. */
export function listSymbols(id: string): readonly string[] {
  return NAMES.get(id) ?? []
}

const SIGNATURES = new Map<string, Signature>()
for (const [name, value] of Object.entries(RESULT_CODES)) SIGNATURES.set(name, codeSignature(value))
for (const [name, value] of Object.entries(WINDOWS_ERRORS)) SIGNATURES.set(name, errorSignature(value))
for (const [name, value] of Object.entries(STORAGE_ENGINE_ERRORS)) SIGNATURES.set(name, errorSignature(value))
for (const [name, value] of Object.entries(BUG_CHECKS)) {
  const signature = stopSignature(value)
  if (signature) SIGNATURES.set(name, signature)
}
const ANY_CASE = new Map([...SIGNATURES].map(([name, signature]) => [name.toLowerCase(), signature]))
const NAMES = new Map<string, string[]>()
for (const [name, { id }] of SIGNATURES) NAMES.set(id, [...(NAMES.get(id) ?? []), name])
