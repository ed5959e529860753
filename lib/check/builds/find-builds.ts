import { parseCertainHost } from '@/lib/check/lists/host-names'
import type { PastedBuild } from '@/lib/check/paste'
import { quoteLine } from '@/lib/check/quote-line'
import { fieldKey } from '@/lib/check/records/record'
import { type BuildNumber, formatBuildNumber, parseBuildNumber } from '@/lib/kb/numbers/build-number'
import { isReleasedBuild } from '@/lib/kb/releases/build-lookup'
import { namesProduct } from '@/lib/kb/releases/product-evidence'
import type { FoundSignature } from '@/lib/kb/signatures/signature'
import { findFiles } from '@/lib/kb/signatures/signature-files'
import { DOTTED, isLabelled, isOtherNumber, OWA_PATH, shapeOf } from './build-shapes'
import { isOnlyNamed } from './only-named'
import type { PlacedRecord, RecordHosts } from './record-hosts'

/** A log may have thousands of dotted numbers, most of them addresses. */
const MAX_SURE = 400
const MAX_DOUBTFUL = 200
/** How much of a line beside a number may name its product. */
const REACH_BEFORE = 120
const REACH_AFTER = 60
/** How far before a number its label may stand. */
const REACH_LABEL = 40
/** `Microsoft Windows [Version 6.0.6002]` is in one piece; `Version 6.0 (Build 6002: Service Pack 2)` and `NT 5.2 (Build 3790` are not. */
const WITH_BUILD = /(?:\bversion[: ]\s?|\bNT )(\d{1,2}\.\d{1,2}) \(Build (\d{3,5})(?=[:) ])/gi
/** `File version: 8,1,263,1`, as the resources of programs spell it. */
const WITH_COMMAS = /(?<=\bversion["']?\s?[:=]\s?["']?)\d{1,5}(?:, ?\d{1,5}){3}(?![\d,])/gi
/** The fields that name the file of a version. */
const FILE_FIELDS = ['filename', 'originalfilename', 'path', 'name', 'file']
const VERSION_FIELD = /version|versión|versão|build|верси|バージョン|版本|wersja/
/** The fields that say what the thing is that has the version: a program, a driver, whoever made it. */
const NAME_FIELDS =
  /^(?:(?:display|product|program|package|application|device|driver|module|service|component|software|friendly)?name|caption|description|title|product|program|software|vendor|publisher|manufacturer|company|provider)$/

/** A dotted number of a text that is not plainly something else. */
interface Candidate extends FoundSignature {
  readonly written: string
  /** It looks like a date, a size, a telephone number or an address, and no release has it. */
  readonly isDoubtful: boolean
  /** The product that the form of the number tells. */
  readonly product?: string
}

/**
 * Finds the dotted numbers that may be builds or versions of files, with what stands beside them. Whether they are is decided by
 * the releases that the collection knows.
 */
export function findBuilds(text: string, hosts: RecordHosts): PastedBuild[] {
  const candidates = [
    ...findDotted(text),
    ...findWithBuild(text),
    ...findWithCommas(text),
    ...findOwaBuilds(text),
  ].sort((one, other) => one.start - other.start)
  const isAlone = !/\p{L}/u.test(text.replace(DOTTED, ''))
  const files = findFilesOf(text, candidates)
  return candidates.map((candidate) => {
    const { id, start, end, written } = candidate
    const found = hosts.recordAt(start)
    const line = quoteAround(text, start, end)
    const inRecord = found && describeRecord(found, written)
    return {
      build: id,
      written,
      server: (inRecord?.isVersion ? hosts.hostAt(start, { isExchange: false }) : undefined) ?? hostBefore(line.before),
      file: files.get(id) ?? inRecord?.file,
      isAdminDisplayVersion: false,
      isLabelled: isAlone || (inRecord?.isVersion ?? false) || isLabelled(written, line.before) || /^v/i.test(written),
      isDoubtful: candidate.isDoubtful,
      isOnlyNamed: isOnlyNamed(inRecord?.column || line.before || labelAbove(text, start), line.after),
      isOfNamedThing: inRecord?.isOfNamedThing ?? false,
      label: inRecord && findLabel(inRecord, line.before),
      context: candidate.product ?? inRecord?.words ?? `${line.before} ${line.after}`,
      quote: quoteLine(text, start, end - start),
      start,
    }
  })
}

function findDotted(text: string): Candidate[] {
  const sure: Candidate[] = []
  const doubtful: Candidate[] = []
  for (const match of text.matchAll(DOTTED)) {
    const digits = match[1] ?? ''
    const before = text.slice(Math.max(0, match.index - REACH_LABEL), match.index)
    const build = parseBuildNumber(digits)
    if (!build || isOtherNumber(digits, before)) continue
    const isDoubtful = shapeOf(digits) !== undefined && !isReleasedBuild(digits)
    const found = isDoubtful ? doubtful : sure
    if (found.length < (isDoubtful ? MAX_DOUBTFUL : MAX_SURE)) found.push(toCandidate(match, build, { isDoubtful }))
  }
  return [...sure, ...doubtful]
}

function findWithBuild(text: string): Candidate[] {
  return [...text.matchAll(WITH_BUILD)].slice(0, MAX_SURE).flatMap((match) => {
    const build = parseBuildNumber(`${match[1]}.${match[2]}`)
    return build ? [toCandidate(match, build, { isDoubtful: false })] : []
  })
}

function findWithCommas(text: string): Candidate[] {
  return [...text.matchAll(WITH_COMMAS)].slice(0, MAX_SURE).flatMap((match) => {
    const build = parseBuildNumber(match[0].replace(/, ?/g, '.'))
    return build ? [toCandidate(match, build, { isDoubtful: false })] : []
  })
}

function findOwaBuilds(text: string): Candidate[] {
  return [...text.matchAll(OWA_PATH)].slice(0, MAX_SURE).flatMap((match) => {
    const build = parseBuildNumber(match[1] ?? '')
    return build ? [toCandidate(match, build, { isDoubtful: false, product: 'Exchange' })] : []
  })
}

function toCandidate(
  { 0: written, index }: RegExpExecArray,
  build: BuildNumber,
  told: Pick<Candidate, 'isDoubtful' | 'product'>,
): Candidate {
  const id = formatBuildNumber(build)
  return { id, kind: 'version', label: id, written, ...told, start: index, end: index + written.length }
}

/** The file that stands on the line of a version, by the version. */
function findFilesOf(text: string, candidates: readonly Candidate[]): ReadonlyMap<string, string> {
  const sure = candidates.filter(({ isDoubtful }) => !isDoubtful)
  const files = findFiles(text, sure)
  return new Map(files.flatMap(({ version, label }) => (version === undefined ? [] : [[version, label]])))
}

function quoteAround(text: string, start: number, end: number): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - REACH_BEFORE), start)
  const after = text.slice(end, end + REACH_AFTER)
  return { before: before.slice(before.lastIndexOf('\n') + 1), after: after.split('\n', 1)[0] ?? '' }
}

/** A line that ends in a colon right above one that begins with a version is its label. */
function labelAbove(text: string, start: number): string {
  const above = text.slice(Math.max(0, start - REACH_BEFORE), start).trimEnd()
  return above.endsWith(':') ? above.slice(above.lastIndexOf('\n') + 1) : ''
}

/** What a record says of a version in it. */
interface VersionRecord {
  readonly file?: string
  readonly isVersion: boolean
  readonly isOfNamedThing: boolean
  /** The name of the column, where the record is a row. */
  readonly column: string
  readonly words: string
}

function describeRecord({ record: { values }, list }: PlacedRecord, written: string): VersionRecord {
  const path = FILE_FIELDS.flatMap((field) => values.get(field) ?? []).find((value) =>
    /\.(?:exe|dll|sys|msp)$/i.test(value),
  )
  const field = [...values].find(([, value]) => value.includes(written))?.[0] ?? ''
  const names = [...values].flatMap(([key, value]) => (key !== field && NAME_FIELDS.test(key) ? [value] : []))
  return {
    file: path?.split(/[\\/]/).at(-1),
    isVersion: VERSION_FIELD.test(fieldKey(field)),
    isOfNamedThing:
      path === undefined && names.some((name) => /\p{L}/u.test(name) && parseCertainHost(name) === undefined),
    column: list.form === 'table' ? (list.labels?.[list.names.indexOf(field)] ?? '') : '',
    words: [...values.values()].join(' ').replace(/\s+/g, ' ').slice(0, 400),
  }
}

/** The name of the field, where it tells the product: `OS version`, `Exchange version`. */
function findLabel({ column }: VersionRecord, before: string): string | undefined {
  const label = column || (/["']?([^"'\n]{1,60}?)["']?\s{0,30}[:=]\s{0,30}["']?$/.exec(before)?.[1] ?? '')
  const spelled = label.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
  return namesProduct(spelled) ? spelled : undefined
}

/** `EX01  8.1.436.0`, `EX01: ExSetup.exe 8.1.436.0`: a name, and nothing but the program of Exchange between. */
function hostBefore(before: string): string | undefined {
  const name = /^[\s|"]*([\w.-]{2,63})["\s|:;,=-]+(?:ExSetup(?:\.exe)?["\s|:;,=-]+)?$/i.exec(before)?.[1]
  return name === undefined ? undefined : parseCertainHost(name)
}
