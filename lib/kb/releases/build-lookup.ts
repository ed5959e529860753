import type { ArticleSummary } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'
import { KNOWN_BUILDS } from '@/lib/kb/data/known-builds'
import {
  type BuildNumber,
  compareBuildNumbers,
  formatBuildNumber,
  hasBuildPrefix,
  parseBuildNumber,
} from '@/lib/kb/numbers/build-number'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/** A release or update of a product with its build. */
export interface ReleasedBuild {
  /** `Service Pack 2`, `Update Rollup 4`. */
  readonly name: string
  /** Without leading zeros. */
  readonly build: string
  /** The article about it. */
  readonly article?: ArticleSummary
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
 * between releases of 8.0.
 */
export function placeBuild(build: BuildNumber, articles: readonly ArticleSummary[]): BuildPlace[] {
  const branch = build.slice(0, 2)
  const places: BuildPlace[] = []
  for (const [product, releases] of releasesByProduct(articles)) {
    const own = releases.filter((release) => hasBuildPrefix(release.parts, branch))
    if (own.length === 0) continue
    const named = own.filter(({ parts }) => hasBuildPrefix(parts, build) || compareBuildNumbers(parts, build) === 0)
    const below = named.at(-1) ?? own.findLast(({ parts }) => compareBuildNumbers(parts, build) <= 0)
    const above = own.find((release) => !named.includes(release) && compareBuildNumbers(release.parts, build) > 0)
    // No server has a build older than the product's first release, but it may be older than the first known update.
    if (!below && !own.some(({ release }) => release.article)) continue
    places.push({ product, isExact: named.length > 0, below: below?.release, above: above?.release })
  }
  return places.sort(
    (one, other) => Number(other.isExact) - Number(one.isExact) || compareTexts(one.product, other.product),
  )
}

interface PlacedRelease {
  readonly product: string
  readonly parts: BuildNumber
  readonly release: ReleasedBuild
}

/** The releases of each product in build order: those that articles describe, and generally known ones. */
function releasesByProduct(articles: readonly ArticleSummary[]): Map<string, PlacedRelease[]> {
  const described = articles.flatMap((article) => {
    const [product] = article.products
    return product === undefined ? [] : placeRelease(product, article.build ?? '', article)
  })
  const products = groupBy(described, ({ product }) => product)
  const known = Object.entries(KNOWN_BUILDS).flatMap(([product, releases]) =>
    Object.entries(releases).flatMap(([name, build]) => placeRelease(product, build, name)),
  )
  const isDescribed = ({ product, parts }: PlacedRelease) =>
    products.get(product)?.some((other) => compareBuildNumbers(other.parts, parts) === 0)
  const all = groupBy([...described, ...known.filter((release) => !isDescribed(release))], ({ product }) => product)
  for (const releases of all.values()) releases.sort((one, other) => compareBuildNumbers(one.parts, other.parts))
  return all
}

function placeRelease(product: string, text: string, named: string | ArticleSummary): PlacedRelease[] {
  const parts = parseBuildNumber(text)
  if (!parts) return []
  const build = formatBuildNumber(parts)
  const release =
    typeof named === 'string'
      ? { name: named, build }
      : { name: named.shortTitle ?? named.title, build, article: named }
  return [{ product, parts, release }]
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
