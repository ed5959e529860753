import { PRODUCT_FAMILIES, type ProductFamily } from '@/lib/kb/data/product-table'

/** What a product name says: the family, and each product in one version, such as `Windows NT Server 3.51`. */
export interface ParsedProductName {
  readonly family: string
  readonly versions: readonly ProductVersion[]
}

export interface ProductVersion {
  /** The product without its version; the family unless the family has several lines. */
  readonly line: string
  readonly version: string
}

/** Longer names are no names, and matching patterns over them is slow. */
const MAX_NAME = 400

const NOISE = /\*[^*]*\*|\((?:r|tm|c)\)|[®™]|,? used with:?$/giu
const PREFIXES = /^(?:the operating system:\s*)?(?:microsoft(?:\s+|(?=\.)))?/iu
/** `Windows NT Server versions 3.5, 3.51`, but not the `Version:3.0` of a word that goes on. */
const VERSION_LIST = /,?\s+versions?[:\s]\s*(?=\S)/iu
/** `Windows NT 4.0`: only a number with a point is a version without the word. */
const LAST_VERSION = /^(?<name>.*\D)\s(?<version>\d{1,2}\.\d{1,3}[a-z]?)$/iu
/** `3.x` and `3.5x` are several versions, so that none is named. */
const VERSION = /^(?<version>\d{1,4}(?:\.\d+){0,3}(?:[a-wyz]\b)?)(?!\.?x)(?![\w.]*\d)/iu
const YEAR = /^(?:'?\d\d|[12]\d{3})(?:-\d\d(?:\d\d)?)?$/u
const EDITION =
  /,?\s*(?:(?:enterprise|professional|standard|learning|control creation|developer|deluxe|commerce|work ?group|macintosh|16-bit|32-bit)\s+)*(?:editions?|versions?)\b|,?\s*(?:16|32)-bit\b/giu
const PLATFORM =
  /,?\s+for\s+(?:the\s+)?(?:power\s+)?(?:windows|ms-dos|macintosh|os\/2|unix|xenix|mac)\b(?:\s+(?:95|98|nt|3\.x|2000))?(?:\s+and\s+windows(?:\s+(?:95|98|nt))?)?(?=,|$|\s+(?:with|\d))/giu

/** Parses a product name as articles write it. A name that no rule knows is a family of its own. */
export function parseProductName(name: string): ParsedProductName {
  const clean = name
    .slice(0, MAX_NAME)
    .replace(NOISE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(PREFIXES, '')
    .replace(/[\s,.:]+$/, '')
  const { base, versions, rest } = splitVersions(clean)
  const family = PRODUCT_FAMILIES.find((known) => isNamed(known, clean))
  if (family) return { family: family.name, versions: versionsOf(family, base, { versions, rest }) }
  const own = withoutEdition(base) || clean || name.trim()
  return { family: own, versions: versions.map((version) => ({ line: own, version })) }
}

/** Gives the name of a product in one version. */
export function formatProductVersion({ line, version }: ProductVersion): string {
  return `${line} ${version}`
}

/** Compares versions: 3.11 is before 3.5, as these products count, and 97, a year of the last century, before 2000. */
export function compareVersions(one: string, other: string): number {
  const numberOf = (version: string) => Number.parseFloat(version.replace(/^(\d\d)(?=$|-)/, '19$1'))
  return numberOf(one) - numberOf(other) || one.localeCompare(other, 'en', { numeric: true })
}

function splitVersions(text: string): { base: string; versions: readonly string[]; rest: string } {
  const list = VERSION_LIST.exec(text)
  if (list) {
    const items = text.slice(list.index + list[0].length).split(/,\s*|\s+and\s+/u)
    const versions = items.flatMap((item) => parseVersion(item) ?? [])
    const rest = items.map((item) => item.replace(VERSION, '')).join(' ')
    return { base: text.slice(0, list.index), versions: [...new Set(versions)], rest }
  }
  const { name, version } = LAST_VERSION.exec(text)?.groups ?? {}
  return name && version ? { base: name, versions: [version], rest: '' } : { base: text, versions: [], rest: '' }
}

/** `4.0 SP4` is 4.0, and `5` is 5.0; a zero alone comes from a typing error, as in `4.0, 5, 0, 5.5`. */
function parseVersion(item: string): string | undefined {
  const version = VERSION.exec(item.trim())?.groups?.version?.toLowerCase()
  if (version === undefined || /^0+$/.test(version)) return undefined
  return /^\d{1,2}$/.test(version) && Number(version) < 30 ? `${version}.0` : version.replace(/^(\d+)\.00$/, '$1.0')
}

function isNamed({ name, starts = [name.toLowerCase()] }: ProductFamily, text: string): boolean {
  const known = text.toLowerCase()
  return starts.some((start) => known.startsWith(start) && !/^\p{L}/u.test(known.slice(start.length)))
}

function versionsOf(
  { name, lines = [], hasYears, isOne }: ProductFamily,
  base: string,
  { versions, rest }: { versions: readonly string[]; rest: string },
): readonly ProductVersion[] {
  if (isOne) return []
  const words = wordsOf(`${base} ${rest}`)
  const line = lines.find((known) => wordsOf(known).every((word) => words.includes(word))) ?? name
  // The version of `Windows NT Device Driver Kit 1.0` is not one of Windows NT.
  const isOther = lines.length > 0 && wordsOf(withoutEdition(base)).some((word) => !wordsOf(line).includes(word))
  if (isOther) return []
  const years = hasYears ? base.split(/[\s,]+/u).filter((word) => YEAR.test(word)) : []
  const year = years[0]?.replace(/^'/, '')
  const known = year === undefined ? versions.map(withoutLastZero) : [year]
  return [...new Set(known)].map((version) => ({ line, version }))
}

/** The products of the table count their minor versions in hundredths: 3.10 is 3.1. */
function withoutLastZero(version: string): string {
  return version.replace(/^(\d+\.[1-9])0(?=[a-z]?$)/u, '$1')
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}+]+/gu) ?? []
}

function withoutEdition(text: string): string {
  return text
    .replace(EDITION, '')
    .replace(PLATFORM, '')
    .replace(/\s*\([A-Z]{2,6}\)/gu, '')
    .replace(/\s+operating system$/iu, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,.:]+$/, '')
    .trim()
}
