import type { ArticleSummary } from '@/lib/kb/articles/article'
import { type BuildNumber, compareBuildNumbers, parseBuildNumber } from '@/lib/kb/numbers/build-number'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { PastedComputer } from './paste'
import type { BuildStanding, BuildVerdict, Contradiction } from './verdict'

/** A build that a computer reports, and of which it is certain whose it is. */
export interface BuildProof {
  readonly standing: BuildStanding
  readonly build: string
  /** The build names the service pack, not the rollup. */
  readonly isServicePackLevel: boolean
}

/** Gives the builds of a computer that belong to one product only. */
export function findProofs(computer: PastedComputer, verdicts: readonly BuildVerdict[]): BuildProof[] {
  return computer.builds.flatMap(({ build, file, isAdminDisplayVersion }) => {
    const verdict = verdicts.find(
      (other) => other.build === build && other.file === file && other.isServicePackLevel === isAdminDisplayVersion,
    )
    const [standing, ...others] = verdict?.places ?? []
    return standing && others.length === 0 ? [{ standing, build, isServicePackLevel: isAdminDisplayVersion }] : []
  })
}

/** Lists the updates that builds prove to be installed, whether or not a list has them. */
export function listProvenUpdates(proofs: readonly BuildProof[]): KbNumber[] {
  return proofs.flatMap(({ standing: { isExact, below }, isServicePackLevel }) =>
    isExact && !isServicePackLevel && below?.article ? [below.article.number] : [],
  )
}

/** Finds updates that cannot be installed, since they are newer than the build that the computer reports. */
export function findContradictions(
  { name, newest }: { readonly name: string; readonly newest: ArticleSummary },
  proofs: readonly BuildProof[],
): Contradiction[] {
  const update = parseBuildNumber(newest.build ?? '')
  if (!update) return []
  return proofs.flatMap(({ standing: { product, below }, build, isServicePackLevel }) => {
    const reported = parseBuildNumber(build) ?? []
    if (!newest.products.includes(product) || !isNewer(update, reported, isServicePackLevel)) return []
    return [{ release: below?.name ?? product, build, update: newest, lineName: name }]
  })
}

/** Of a build that names the service pack, only the first two numbers count. */
function isNewer(update: BuildNumber, reported: BuildNumber, isServicePackLevel: boolean): boolean {
  const length = isServicePackLevel ? 2 : update.length
  return compareBuildNumbers(update.slice(0, length), reported.slice(0, length)) > 0
}
