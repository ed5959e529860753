import { formatBuildNumber, parseBuildNumber, withoutDirectoryOffset } from '@/lib/kb/numbers/build-number'
import type { FoundSignature, Signature } from './signature'

const DOTTED = /(?<![\w.,$/\\-])\d{1,5}(?:\.\d{1,6}){2,3}(?![\d_/\\]|[.,-]\d|[a-z]\w|:\d)/gi
/** `Version 8.0 (Build 685.24)`, as in lists of Exchange servers. */
const WITH_BUILD = /\bversion[: ]\s?(\d{1,2}\.\d{1,2}) \(Build (\d{3,5}(?:\.\d{1,5})?)/gi
const VERSION_BEFORE = /(?:\b(?:version|versions|ver|build|builds|release|revision|rev|v)\b\.?|\bv)[\s:=#'"(]{0,4}$/i
const CONTEXT_LENGTH = 16

/** Finds versions and builds of three or four parts. Leaves out IP addresses, dates, telephone and section numbers. */
export function findVersions(text: string): FoundSignature[] {
  const found: FoundSignature[] = []
  for (const match of text.matchAll(DOTTED)) {
    const before = text.slice(Math.max(0, match.index - CONTEXT_LENGTH), match.index)
    const signature = isVersion(match[0], before) ? versionSignature(match[0]) : undefined
    if (signature) found.push({ ...signature, start: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(WITH_BUILD)) {
    const signature = versionSignature(`${match[1]}.${withoutOffset(match[2] ?? '')}`)
    if (signature) found.push({ ...signature, start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** Parses a dotted number. */
export function versionSignature(text: string): Signature | undefined {
  const build = parseBuildNumber(text)
  if (!build) return undefined
  const id = formatBuildNumber(build)
  return { id, kind: 'version', label: id }
}

function isVersion(text: string, before: string): boolean {
  if (VERSION_BEFORE.test(before)) return true
  const parts = text.split('.')
  // 5.5.0.1 may be an IP address and 3.5.2 a section. A file version has a longer part, or one with a leading zero.
  if (parts.every((part) => part.length < 3 || (parts.length === 4 && part[0] !== '0' && Number(part) <= 255))) {
    return parts.length === 4 && parts.some((part) => /^0\d/.test(part))
  }
  return !isDate(parts) && !/^\d{3}\.\d{3}\.\d{4}$/.test(text)
}

/** 31.12.1999 or 12.31.1999. */
function isDate([first, second, third, fourth]: readonly string[]): boolean {
  return (
    fourth === undefined && Number(first) <= 31 && Number(second) <= 31 && /^(?:19[89]|20[0-3])\d$/.test(third ?? '')
  )
}

function withoutOffset(build: string): string {
  const [number, ...rest] = build.split('.')
  return [withoutDirectoryOffset(Number(number)), ...rest].join('.')
}
