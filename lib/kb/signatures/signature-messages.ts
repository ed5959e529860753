import type { FoundSignature, Signature } from './signature'

const NUMBERED = /\b[A-Z]{1,3}\d{4}\b/g
/** Linker messages, which nothing else looks like. */
const LINKER = /^(?:LNK|CVT)/
/** Messages of compilers, assemblers, NMAKE and run-time libraries need a word before them or a colon after them. */
const TOOL = /^(?:RC|BK|[ACDFLMPRUX])\d/
const TOOL_WITH_COLON = /^(?:[CLU][1-4]|F[26]|[MR]6)/
const WORD_BEFORE = /\b(?:error|warning|message)s?(?::\s|\s{1,2})$/
/** Messages of Oracle clients. */
const HAS_ORACLE = /(?:ORA|TNS)-\d/i
const ORACLE = /(?<!\w)(?:ORA|TNS)-\d{5}(?!\w)/gi
const BULLETIN = /(?<![\w-])MS(9[89]|0\d|1[0-7])-(\d{3})(?![\w-]*\d)/gi

/** Finds numbered messages: `LNK2001`, `error C2065`, `F6096: array subscript out of range`, `ORA-01017`. */
export function findToolMessages(text: string): FoundSignature[] {
  return [...text.matchAll(NUMBERED)]
    .filter((match) => isToolMessage(text, match))
    .concat(HAS_ORACLE.test(text) ? [...text.matchAll(ORACLE)] : [])
    .map(place)
}

function isToolMessage(text: string, match: RegExpExecArray): boolean {
  const [message] = match
  if (LINKER.test(message)) return true
  if (!TOOL.test(message)) return false
  if (WORD_BEFORE.test(text.slice(Math.max(0, match.index - 12), match.index))) return true
  return (
    TOOL_WITH_COLON.test(message) &&
    /^:\s/.test(text.slice(match.index + message.length, match.index + message.length + 2))
  )
}

/** Parses a text that is one numbered message. */
export function parseToolMessage(text: string): Signature | undefined {
  const isMessage = /^(?:(?:LNK|CVT|RC|BK|[ACDFLMPRUX])\d{4}|(?:ORA|TNS)-\d{5})$/i.test(text)
  return isMessage ? { id: text.toLowerCase(), kind: 'message', label: text.toUpperCase() } : undefined
}

/** Finds security bulletins: `MS00-005`. */
export function findBulletins(text: string): FoundSignature[] {
  return Array.from(text.matchAll(BULLETIN), (match) => ({ ...place(match), kind: 'bulletin' }))
}

function place(match: RegExpExecArray): FoundSignature {
  const [text] = match
  return {
    id: text.toLowerCase(),
    kind: 'message',
    label: text.toUpperCase(),
    start: match.index,
    end: match.index + text.length,
  }
}
