import { isOfServer, SETUP_PROGRAM } from '@/lib/check/computers'
import type { PastedBuild } from '@/lib/check/paste'
import type { BuildStanding, BuildState, BuildVerdict } from '@/lib/check/verdict'
import type { ArticleSummary, UpdateLine } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'
import type { BuildPlace } from '@/lib/kb/releases/build-lookup'
import { choosePlaces, isNamedIn } from '@/lib/kb/releases/product-evidence'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listArticlesInLines } from '@/lib/kb-index/read/articles-in-lines'
import { lookUpBuild } from '@/lib/kb-index/read/file-versions'
import { getUpdateLine } from '@/lib/kb-index/read/relations'
import { getNewerForProduct, getSeries } from '@/lib/kb-index/read/series'

/** A paste names some builds; a log may name hundreds of file versions. */
const MAX_BUILDS = 25
/** Different dotted numbers that are looked up. */
const MAX_LOOKUPS = 100

/** Finds the releases around each build and, for a file, the articles with a newer version of it. */
export function judgeBuilds(index: IndexDatabase, builds: readonly PastedBuild[]): BuildVerdict[] {
  const groups = [...groupBy(builds, keyOf).values()]
  // A log may have more addresses than builds.
  const [sure, doubtful] = [groups.filter(isSure), groups.filter((same) => !isSure(same))]
  return [...sure, ...doubtful]
    .slice(0, MAX_LOOKUPS)
    .sort(([one], [other]) => (one?.start ?? 0) - (other?.start ?? 0))
    .flatMap((same) => judgeBuild(index, same) ?? [])
    .slice(0, MAX_BUILDS)
}

/** Servers that report the same build share a verdict. */
function keyOf({ build, file, isAdminDisplayVersion }: PastedBuild): string {
  return `${build} ${isAdminDisplayVersion} ${file?.toLowerCase() ?? ''}`
}

function isSure(same: readonly PastedBuild[]): boolean {
  return same.some(({ isDoubtful, isLabelled }) => isLabelled || !isDoubtful)
}

/** The verdict on a build, or `undefined` for a dotted number that is none. */
function judgeBuild(index: IndexDatabase, same: readonly PastedBuild[]): BuildVerdict | undefined {
  const [first] = same
  if (!first) return undefined
  const { build, file } = first
  const isOfExchange = first.isAdminDisplayVersion || (file !== undefined && SETUP_PROGRAM.test(file))
  const lookup = lookUpBuild(index, file === undefined || isOfExchange ? build : `${file} ${build}`)
  const context = isOfExchange ? 'Exchange' : same.map((other) => other.context).join('\n')
  const places = choosePlaces(lookup?.places ?? [], context, {
    label: isOfExchange ? undefined : first.label,
    isOfNamedThing: same.every(({ isOfNamedThing }) => isOfNamedThing),
  })
  if (!same.some((other) => isBuild(other, places))) return undefined
  return {
    build,
    file,
    servers: [...new Set(same.flatMap(({ server, isOnlyNamed }) => (isOnlyNamed ? [] : (server ?? []))))],
    isServicePackLevel: first.isAdminDisplayVersion,
    places: places.map((place) => toStanding(index, place, first.isAdminDisplayVersion)),
    isOnlyNamed: same.every(({ isOnlyNamed }) => isOnlyNamed),
    newerFiles: lookup?.newerFiles ?? [],
    sameVersion: lookup?.sameVersion ?? [],
  }
}

/** A number that looks like something else is a build if it is labelled, or lies among releases of what stands beside it. */
function isBuild(found: PastedBuild, places: readonly BuildPlace[]): boolean {
  if (found.isLabelled) return true
  if (!found.isDoubtful)
    return found.file !== undefined || found.server !== undefined || isOfServer(found) || places.length > 0
  if (places.some(({ isExact, below }) => isExact && below?.build === found.build)) return true
  const isAmong = places.some(({ isExact, below, above }) => isExact || (below !== undefined && above !== undefined))
  return (
    isAmong &&
    (places.some(({ product }) => isNamedIn(product, found.context)) || /\b(?:build|version)/i.test(found.context))
  )
}

function toStanding(index: IndexDatabase, place: BuildPlace, isServicePackLevel: boolean): BuildStanding {
  const line = lineOf(index, place)
  const latest = line?.updates.findLast(({ state }) => state !== 'withdrawn')
  return {
    ...place,
    state: stateOf(place, latest, isServicePackLevel),
    line: line && { name: line.name, slug: line.slug, series: getSeries(index, line.name) },
    latest,
    newerForProduct: line && getNewerForProduct(index, line.name),
  }
}

/** Only an update that is the last of its line is the latest; the table of releases does not say what came after them. */
function stateOf(
  { isExact, below, above }: BuildPlace,
  latest: ArticleSummary | undefined,
  isServicePackLevel: boolean,
): BuildState {
  if (above) return 'superseded'
  if (!isExact) return 'beyond'
  const isLatest = latest !== undefined && below?.article?.number === latest.number
  return isLatest && !isServicePackLevel ? 'latest' : 'named'
}

/** The line of the releases around a build. */
function lineOf(index: IndexDatabase, { above, below }: BuildPlace): UpdateLine | undefined {
  const neighbor = (above?.article ?? below?.article)?.number
  const slug = neighbor === undefined ? undefined : listArticlesInLines(index, [neighbor]).get(neighbor)?.lineSlug
  return slug === undefined ? undefined : getUpdateLine(index, slug)
}
