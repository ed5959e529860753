import type { ArticleSummary } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'
import { RELEASE_FAMILIES } from '@/lib/kb/data/release-table'
import {
  type BuildNumber,
  compareBuildNumbers,
  formatBuildNumber,
  hasBuildPrefix,
  parseBuildNumber,
} from '@/lib/kb/numbers/build-number'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { TabledRelease } from './build-table'

/** A release or update of a product with its build. */
export interface ReleasedBuild {
  /** `Service Pack 2`, `Update Rollup 4`. */
  readonly name: string
  /** Without leading zeros. */
  readonly build: string
  /** The article about it. */
  readonly article?: ArticleSummary
  /** The number of its article where the collection lacks that. */
  readonly number?: KbNumber
}

/** A file version in an article. */
export interface FileVersionMention {
  readonly fileName: string
  readonly version: string
  readonly number: KbNumber
  readonly title: string
  readonly context: string
}

/** Where a build lies among the releases of one product. */
export interface BuildPlace {
  readonly product: string
  /** True if a release has exactly this build, or begins with it. */
  readonly isExact: boolean
  /** The newest release at or below the build. */
  readonly below?: ReleasedBuild
  /** The oldest release above the build. */
  readonly above?: ReleasedBuild
  /** The next version of the product, if neither an article nor a newer release of this version is known. */
  readonly nextVersion?: ReleasedBuild & { readonly product: string }
}

/** What is known about a build or a file version. */
export interface BuildLookup {
  /** Without leading zeros. */
  readonly build: string
  /** In lower case, for a file version. */
  readonly fileName?: string
  /** The products that the build may belong to, those with exactly this build first. */
  readonly places: readonly BuildPlace[]
  /** Articles with this version, of the file or of any file. */
  readonly sameVersion: readonly FileVersionMention[]
  /** Articles with a newer version of the file in the same branch, the oldest version first. */
  readonly newerFiles: readonly FileVersionMention[]
}

/**
 * Places a build among the releases of each product with the same first two numbers. Branches never mix: a build of 8.0 lies
 * between releases of 8.0. If a release has exactly this build, only such releases are given. Releases are known by articles, by the
 * tables of builds in articles, and by the reviewed table.
 */
export function placeBuild(
  build: BuildNumber,
  articles: readonly ArticleSummary[],
  tabled: readonly TabledRelease[] = [],
): BuildPlace[] {
  const places = [...releasesByProduct(articles, tabled)].flatMap(([product, releases]) => {
    const place = placeAmong(build, releases)
    return place ? [{ product, ...place, nextVersion: nextVersionOf(product, place) }] : []
  })
  const exact = places.filter(({ isExact }) => isExact)
  return (exact.length > 0 ? exact : places).sort((one, other) => compareTexts(one.product, other.product))
}

/** Tells whether the table of releases has exactly this build, or a release of three numbers with which it begins. */
export function isReleasedBuild(text: string): boolean {
  const build = parseBuildNumber(text)
  return (
    build !== undefined &&
    TABLED_RELEASES.some(({ parts }) => parts.length <= build.length && isSameBuild(parts, build))
  )
}

interface PlacedRelease {
  readonly product: string
  readonly parts: BuildNumber
  readonly release: ReleasedBuild
}

function placeAmong(build: BuildNumber, releases: readonly PlacedRelease[]): Omit<BuildPlace, 'product'> | undefined {
  const branch = releases.filter(({ parts }) => hasBuildPrefix(parts, build.slice(0, 2)))
  const named = branch.filter(({ parts }) => isSameBuild(parts, build))
  const below = named.at(-1) ?? branch.findLast(({ parts }) => compareBuildNumbers(parts, build) <= 0)
  const above = branch.find(
    (other) => !named.includes(other) && compareBuildNumbers(other.parts, build) > 0 && isSameBranch(below, other),
  )
  // No server has a build older than the product's first release, but it may be older than the first known update.
  const isOfProduct = branch.some(({ release }) => release.article) || (above && releases[0] !== above)
  if (!below && !isOfProduct) return undefined
  return { isExact: named.length > 0, below: below && nameAll(named, below), above: above?.release }
}

/**
 * Security updates alone (GDR) have builds below those of the cumulative updates of the same time, so that none of these is newer by
 * its number, nor the other way round.
 */
function isSameBranch(below: PlacedRelease | undefined, above: PlacedRelease): boolean {
  return below === undefined || GDR.test(below.release.name) === GDR.test(above.release.name)
}

const GDR = /\bGDR\b/

/** A build with fewer numbers than the releases may be several of them: 2.0.50727 is .NET Framework 2.0, SP1 or SP2. */
function nameAll(named: readonly PlacedRelease[], { release }: PlacedRelease): ReleasedBuild {
  const [first] = named
  return first && first.release !== release ? { ...release, name: `${first.release.name} to ${release.name}` } : release
}

/** The words by which the versions of one product are known. */
const PRODUCT_LINES = [
  /^Exchange\b/,
  /^SQL Server\b/,
  /^Windows Server\b/,
  /^Windows\b/,
  /^Internet Explorer\b/,
  /^\.NET\b/,
]

function nextVersionOf(product: string, { below, above }: Omit<BuildPlace, 'product'>): BuildPlace['nextVersion'] {
  const line = PRODUCT_LINES.find((name) => name.test(product))
  if (!line || !below || above || below.article) return undefined
  const build = parseBuildNumber(below.build) ?? []
  const next = TABLED_RELEASES.filter(
    (other) => other.product !== product && line.test(other.product) && compareBuildNumbers(other.parts, build) > 0,
  ).sort((one, other) => compareBuildNumbers(one.parts, other.parts))[0]
  return next && { ...next.release, product: next.product }
}

/** A build with fewer numbers stands for all that begin with it, and so does a release that is known by three numbers. */
function isSameBuild(release: BuildNumber, build: BuildNumber): boolean {
  return (
    hasBuildPrefix(release, build) ||
    compareBuildNumbers(release, build) === 0 ||
    (release.length === 3 && hasBuildPrefix(build, release))
  )
}

/** The releases of each product in build order: those that articles describe, those of their tables, and those of the reviewed table. */
function releasesByProduct(
  articles: readonly ArticleSummary[],
  tabled: readonly TabledRelease[],
): Map<string, PlacedRelease[]> {
  const described = articles.flatMap((article) => {
    const [product] = article.products
    return product === undefined ? [] : placeRelease(product, article.build ?? '', article)
  })
  const known = new Set<string>()
  const isNew = ({ product, parts }: PlacedRelease) => {
    const key = `${product} ${formatBuildNumber([...parts, 0].slice(0, 4))}`
    return !known.has(key) && Boolean(known.add(key))
  }
  const stated = tabled.flatMap(({ product, build, name, number }) => placeRelease(product, build, name, number))
  const all = groupBy([...described, ...stated, ...TABLED_RELEASES].filter(isNew), ({ product }) => product)
  for (const releases of all.values()) releases.sort((one, other) => compareBuildNumbers(one.parts, other.parts))
  return all
}

function placeRelease(
  product: string,
  text: string,
  named: string | ArticleSummary,
  number?: KbNumber,
): PlacedRelease[] {
  const parts = parseBuildNumber(text)
  if (!parts) return []
  const build = formatBuildNumber(parts)
  const release =
    typeof named === 'string'
      ? { name: named, build, number }
      : { name: named.shortTitle ?? named.title, build, article: named }
  return [{ product, parts, release }]
}

/** The releases that the table of releases has builds of, whether or not an article is about them. */
const TABLED_RELEASES = RELEASE_FAMILIES.flatMap(({ name: product, builds = {} }) =>
  Object.entries(builds).flatMap(([name, build]) => placeRelease(product, build, name)),
)

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
