import type { PastedBuild } from '@/lib/check/paste'
import { placeBuild } from '@/lib/check/place-build'
import type { BuildVerdict } from '@/lib/check/verdict'
import type { IndexDatabase } from '@/lib/kb-index/open'
import { listReleases } from '@/lib/kb-index/standings'

/** A paste names some builds; a log may name hundreds of file versions. */
const MAX_BUILDS = 50

/** Tells of each build between which releases it lies. Servers of one build are told together. */
export function judgeBuilds(index: IndexDatabase, builds: readonly PastedBuild[]): BuildVerdict[] {
  if (builds.length === 0) return []
  const releases = listReleases(index)
  const byBuild = new Map<string, PastedBuild[]>()
  for (const build of builds) {
    const key = `${build.build} ${build.isAdminDisplayVersion} ${build.file?.toLowerCase() ?? ''}`
    const known = byBuild.get(key)
    if (known) known.push(build)
    else if (byBuild.size < MAX_BUILDS) byBuild.set(key, [build])
  }
  return [...byBuild.values()].flatMap((same): BuildVerdict[] => {
    const [first] = same
    if (!first) return []
    return [
      {
        build: first.build,
        written: [...new Set(same.map(({ written }) => written))],
        servers: [...new Set(same.flatMap(({ server }) => server ?? []))],
        file: first.file,
        isServicePackLevel: first.isAdminDisplayVersion,
        places: placeBuild(first.build, releases),
      },
    ]
  })
}
