import { findSignatures } from './find-signatures'
import type { Signature } from './signature'
import { eventSignature } from './signature-events'
import { parseFile } from './signature-files'
import { parseToolMessage } from './signature-messages'
import { parseSymbol } from './signature-symbols'
import { codeSignature, errorSignature, isNamedStop, stopSignature } from './signature-values'
import { versionSignature } from './signature-versions'

const MAX_LENGTH = 120

/**
 * Parses a text that is one signature in any spelling: `0X80070643`, `80070643`, `-2147023293`, `E_FAIL`, `event id 1023`,
 * `MsiInstaller 1023`, `stop 0xa`, `error 1603`, `MS00-005`, `services.exe`, `5.5.2653.22`, and each id. Digits alone are the
 * number of an article, not of an error.
 */
export function parseSignature(text: string): Signature | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^["']+|["'.,;:?!]+$/g, '')
    .replace(/^[([](.*)[)\]]$/s, '$1')
    .replace(/\s+/g, ' ')
  for (const parse of [
    parseId,
    parseCode,
    parseSymbol,
    parseEvent,
    parseStop,
    parseToolMessage,
    parseFile,
    parseFileVersion,
    versionSignature,
  ]) {
    const signature = parse(plain)
    if (signature) return signature
  }
  return parseOnly(plain)
}

/** Parses the last segment of a URL, in any spelling. */
export function parseSignatureSegment(segment: string): Signature | undefined {
  try {
    return parseSignature(decodeURIComponent(segment))
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

/** Ids as in URLs: `error-1603`, `event-11306-msiinstaller`, `stop-0x0000000a`. */
function parseId(text: string): Signature | undefined {
  const match =
    /^(?:(error)-(-?\d{1,5})|(event)-0*(\d{1,5})(?:-([a-z0-9][a-z0-9-]{0,60}))?|(stop)-(?:0x)?([0-9a-f]{1,8}))$/i.exec(
      text,
    )
  if (match?.[1]) return errorSignature(Number(match[2]))
  if (match?.[3]) return eventSignature(Number(match[4]), match[5]?.toLowerCase())
  return match?.[6] ? stopSignature(Number.parseInt(match[7] ?? '', 16)) : undefined
}

/** `0x0000000A` may be an error or a STOP code; a STOP code that has a name wins. */
function parseCode(text: string): Signature | undefined {
  const [, prefix, digits] = /^(0x|&h)?([0-9a-f]{1,8})h?$/i.exec(text) ?? []
  if (digits !== undefined && (prefix !== undefined || digits.length === 8)) {
    const value = Number.parseInt(digits, 16)
    // Article numbers have at most seven digits, so eight digits are a code, unless they are low and may be a date.
    if (prefix === undefined && value < 0x80000000) return undefined
    if (isNamedStop(value) && value <= 0xfff) return stopSignature(value)
    return value === 0 || value === 0xffffffff ? undefined : codeSignature(value)
  }
  const number = /^-?\d{9,10}$/.test(text) ? Number(text) : 0
  const value = number < 0 ? number + 2 ** 32 : number
  return value > 0x80000000 && value < 0xffffffff ? codeSignature(value) : undefined
}

/** `event 1023`, `Event ID: 1023, source MsiInstaller`, `event id 1023 MsiInstaller`, `MsiInstaller 1023`. */
function parseEvent(text: string): Signature | undefined {
  const named =
    /^event(?: ?ids?| number)?[ :=#(]*(\d{1,5})\)?(?:[ ,;:(-]+(?:(?:in |with |and |from )*source[ :=]*([a-z][\w .&/-]{1,39})|(?:from )?([a-z][\w.&/-]{3,39})))?\)?$/i.exec(
      text,
    )
  if (named) return eventSignature(Number(named[1]), named[2]?.trim() ?? named[3])
  const source = /^(?:source[ :=]*)?([a-z][\w .&/-]{3,39}?)[ ,;:]+event(?: ?id)?[ :=#(]*(\d{1,5})\)?$/i.exec(text)
  return source ? eventSignature(Number(source[2]), source[1]) : undefined
}

function parseStop(text: string): Signature | undefined {
  const digits = /^stop(?: ?error| ?code| ?message)?[ :=]*(?:0x)?([0-9a-f]{1,8})$/i.exec(text)?.[1]
  return digits === undefined ? undefined : stopSignature(Number.parseInt(digits, 16))
}

/** `Mapi32.dll 5.5.2448.0`, `link.exe version 5.01.20`: after a file name any dotted number is a version. */
function parseFileVersion(text: string): Signature | undefined {
  const [, name = '', dotted = ''] =
    /^(\S{3,64}?)[ ,(]+(?:file )?(?:version|ver\.?|v\.?|build)? ?([\d.]{3,30})\)?$/i.exec(text) ?? []
  const file = parseFile(name)
  const version = versionSignature(dotted)
  return file && version ? { ...file, version: version.id } : undefined
}

/** A text that contains one signature and no other words or numbers. */
function parseOnly(text: string): Signature | undefined {
  const [first, ...others] = findSignatures(text)
  if (!first || others.some(({ id }) => id !== first.id && id !== first.version)) return undefined
  const last = others.at(-1) ?? first
  const around = text.slice(0, first.start) + text.slice(last.end)
  if (
    /\p{L}|\d/u.test(
      around.replace(
        /\b(?:error|code|message|hresult|version|build|security|bulletin|file|fatal|warning|run-?time|id|no)\b/gi,
        '',
      ),
    )
  )
    return undefined
  const { start: _start, end: _end, ...signature } = first
  return signature
}
