import type { ArticleSummary } from '@/lib/kb/article'
import { compareBuildNumbers, parseBuildNumber } from '@/lib/kb/build-number'
import type { BuildPlace } from './verdict'

/** A release that names its build, and its line. */
export interface Release {
  readonly summary: ArticleSummary
  readonly lineSlug?: string
}

/** Releases of one line share their first parts: 8.1.263.1 and 8.1.436.0 are of one line, 8.2.217.3 is not. */
const FAMILY_PARTS = 2

/**
 * Finds the places of a build among the releases: one for each line of its family, which has the same first two parts. A release
 * without a line, such as a service pack, belongs to every line of its family. Of other families nothing is said.
 */
export function placeBuild(build: string, releases: readonly Release[]): BuildPlace[] {
  const family = familyOf(build)
  const relatives = releases
    .filter(({ summary }) => summary.build !== undefined && familyOf(summary.build) === family)
    .toSorted(
      (a, b) => compareBuilds(a.summary.build ?? '', b.summary.build ?? '') || a.summary.number - b.summary.number,
    )
  const slugs = [...new Set(relatives.flatMap(({ lineSlug }) => lineSlug ?? []))]
  const families = slugs.length === 0 ? [undefined] : slugs
  return relatives.length === 0 ? [] : families.map((slug) => placeInLine(build, relatives, slug))
}

function placeInLine(build: string, relatives: readonly Release[], slug: string | undefined): BuildPlace {
  const line = relatives.filter(({ lineSlug }) => lineSlug === undefined || lineSlug === slug)
  const below = line.findLast(({ summary }) => compareBuilds(summary.build ?? '', build) <= 0)?.summary
  return {
    name: line.find(({ lineSlug }) => lineSlug !== undefined)?.summary.line ?? `Releases ${familyOf(build)}`,
    slug,
    below,
    isExact: below?.build !== undefined && compareBuilds(below.build, build) === 0,
    above: line.find(({ summary }) => compareBuilds(summary.build ?? '', build) > 0)?.summary,
    latest: line.at(-1)?.summary,
  }
}

function familyOf(build: string): string {
  return build.split('.').slice(0, FAMILY_PARTS).map(Number).join('.')
}

/** Orders builds as their articles write them; what is no build comes first. */
function compareBuilds(one: string, other: string): number {
  return compareBuildNumbers(parseBuildNumber(one) ?? [], parseBuildNumber(other) ?? [])
}
