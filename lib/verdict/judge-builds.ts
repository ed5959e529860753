import type { PastedBuild } from '@/lib/check/paste'
import type { BuildStanding, BuildVerdict } from '@/lib/check/verdict'
import type { BuildPlace } from '@/lib/kb/releases/build-lookup'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listArticlesInLines } from '@/lib/kb-index/read/articles-in-lines'
import { lookUpBuild } from '@/lib/kb-index/read/file-versions'
import { getUpdateLine } from '@/lib/kb-index/read/relations'

/** A log may mention hundreds of file versions. */
const MAX_BUILDS = 25
/** The version of this program is the build of an Exchange server. */
const SETUP_PROGRAM = /^exsetup\.exe$/i

/** Finds the releases around each build and, for a file, the articles with a newer version of it. */
export function judgeBuilds(index: IndexDatabase, builds: readonly PastedBuild[]): BuildVerdict[] {
  const byBuild = new Map<string, PastedBuild[]>()
  for (const build of builds) {
    const key = `${build.build} ${build.isAdminDisplayVersion} ${build.file?.toLowerCase() ?? ''}`
    const known = byBuild.get(key)
    if (known) known.push(build)
    else if (byBuild.size < MAX_BUILDS) byBuild.set(key, [build])
  }
  return [...byBuild.values()].map((same) => judgeBuild(index, same))
}

/** One verdict for all servers that report the same build. */
function judgeBuild(index: IndexDatabase, same: readonly PastedBuild[]): BuildVerdict {
  const [first] = same
  const build = first?.build ?? ''
  const file = first?.file
  const lookup = lookUpBuild(index, file === undefined || SETUP_PROGRAM.test(file) ? build : `${file} ${build}`)
  const isExchange = first?.isAdminDisplayVersion || (file !== undefined && SETUP_PROGRAM.test(file))
  const places = lookup?.places.filter(({ product }) => !isExchange || /\bExchange\b/.test(product)) ?? []
  return {
    build,
    file,
    servers: [...new Set(same.flatMap(({ server }) => server ?? []))],
    isServicePackLevel: first?.isAdminDisplayVersion ?? false,
    places: places.map((place) => withLatest(index, place)),
    newerFiles: lookup?.newerFiles ?? [],
    sameVersion: lookup?.sameVersion ?? [],
  }
}

/** Adds the update series of the nearest release and its latest update. */
function withLatest(index: IndexDatabase, place: BuildPlace): BuildStanding {
  const neighbour = (place.above?.article ?? place.below?.article)?.number
  const slug = neighbour === undefined ? undefined : listArticlesInLines(index, [neighbour]).get(neighbour)?.lineSlug
  const line = slug === undefined ? undefined : getUpdateLine(index, slug)
  return {
    ...place,
    line: line && { name: line.name, slug: line.slug },
    latest: line?.updates.findLast(({ state }) => state !== 'withdrawn'),
  }
}
