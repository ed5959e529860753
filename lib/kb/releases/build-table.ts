import type { TextBlock } from '@/lib/kb/articles/article'
import { RELEASE_FAMILIES } from '@/lib/kb/data/release-table'
import { formatBuildNumber, parseBuildNumber } from '@/lib/kb/numbers/build-number'
import { type KbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'

/** A release that a table of builds states. */
export interface TabledRelease {
  readonly product: string
  /** `SP3 CU4`, `Update Rollup 4 for Exchange Server 2007`. */
  readonly name: string
  /** Without leading zeros. */
  readonly build: string
  /** The article about it, which the collection may lack. */
  readonly number?: KbNumber
}

/** What the columns of a table of builds hold. The first column whose header fits is taken, of builds those that say so before others. */
const BUILD_HEADERS = [
  /\bbuild\b(?!.*\b(?:analysis|file)\b)/i,
  /^(?:product )?version(?: number)?$/i,
  // `SQL Server product version`, beside that of another program
  /^(?!.*\b(?:analysis|file)\b).{1,40} product version(?: number)?$/i,
]
const NUMBER_HEADER = /\b(?:KB|knowledge base)\b|^article\b/i
const OTHER_HEADER = /\bdate\b|\bversion\b|\bbuild\b|^released?$|\blifecycle\b|\bsupport\b/i
/** A longer cell is a sentence. */
const MAX_NAME = 120
const MAX_ROWS = 2000
/** Products whose versions the table of releases does not list one by one. */
const FAMILIES: readonly { readonly pattern: RegExp; readonly name: (version: string) => string }[] = [
  { pattern: /\bSQL Server (20\d\d(?: R2)?)(?![\w.])/i, name: (version) => `SQL Server ${version}` },
  { pattern: /\bExchange(?: Server)? (20(?!00)\d\d)\b/i, name: (version) => `Exchange Server ${version}` },
]
const NAMES = RELEASE_FAMILIES.map(({ name }) => name).sort((one, other) => other.length - one.length)

/** What an article says of itself, by which the product of a table is known where neither row nor heading names it. */
interface TableSource {
  readonly title: string
  readonly products?: readonly string[]
}

/**
 * Reads the tables of builds of an article: those with a column of builds, and columns that name the release. Header cells such as
 * *Build*, *Product version*, *KB* and *Release date* tell which is which, in any article.
 */
export function extractBuildTables(blocks: readonly TextBlock[], source: TableSource): TabledRelease[] {
  const found: TabledRelease[] = []
  let columns: Columns | undefined
  let isInTable = false
  for (const { kind, text, section = '' } of blocks) {
    if (kind !== 'row') {
      isInTable = false
      continue
    }
    const cells = text.split(/ {2}/).map((cell) => cell.replace(/[\s\u00a0]+/g, ' ').trim())
    if (!isInTable) {
      columns = findColumns(cells)
      isInTable = true
    } else if (columns && found.length < MAX_ROWS) {
      const release = parseRow(cells, columns, [
        cells[columns.names[0] ?? -1] ?? '',
        section,
        source.title,
        ...listOnly(source),
      ])
      if (release) found.push(release)
    }
  }
  return found
}

interface Columns {
  readonly build: number
  readonly names: readonly number[]
  readonly number: number
}

function findColumns(header: readonly string[]): Columns | undefined {
  const [build = -1] = BUILD_HEADERS.map((pattern) => header.findIndex((cell) => pattern.test(cell))).filter(
    (at) => at >= 0,
  )
  const number = header.findIndex((cell) => NUMBER_HEADER.test(cell))
  const names = header.flatMap((cell, at) =>
    at === build || at === number || cell === '' || OTHER_HEADER.test(cell) ? [] : [at],
  )
  return build >= 0 && names.length > 0 ? { build, names: names.slice(0, 2), number } : undefined
}

function parseRow(cells: readonly string[], columns: Columns, places: readonly string[]): TabledRelease | undefined {
  const build = parseBuildNumber(cells[columns.build]?.replace(/^v/i, '') ?? '')
  const name = columns.names
    .map((at) => cells[at] ?? '')
    .filter((cell) => cell !== '')
    .join(' ')
  const product = places.map(findProduct).find((known) => known !== undefined) ?? places.at(4)
  if (!build || build.length < 3 || name === '' || name.length > MAX_NAME || product === undefined) return undefined
  const number = parseKbNumber(/(?<!\d)(?:KB ?)?\d{5,7}(?!\d)/i.exec(cells[columns.number] ?? '')?.[0] ?? '')
  return { product, name: shorten(name, product), build: formatBuildNumber(build), number }
}

/** The one product of an article counts even where no table knows it. */
function listOnly({ products = [] }: TableSource): readonly string[] {
  const [only, ...others] = products
  return only === undefined || others.length > 0 ? [] : [only, only]
}

function findProduct(words: string): string | undefined {
  const text = words.toLowerCase()
  const known = NAMES.find((name) => text.includes(name.toLowerCase()))
  if (known !== undefined) return known
  for (const { pattern, name } of FAMILIES) {
    const version = pattern.exec(words)?.[1]
    if (version !== undefined) return name(version)
  }
  return undefined
}

/** The name of the product stands before it wherever a release is told. */
function shorten(name: string, product: string): string {
  const words = name.replace(/^Microsoft /i, '')
  const rest = words.toLowerCase().startsWith(`${product.toLowerCase()} `) ? words.slice(product.length + 1) : name
  return rest === '' ? name : rest
}
