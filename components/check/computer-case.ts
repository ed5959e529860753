import type { BuildStanding, BuildVerdict, ComputerVerdict, LineVerdict, PasteVerdict } from '@/lib/check/verdict'

/** A build that one computer reports, with its only place. */
export interface ReportedBuild {
  readonly build: string
  readonly isServicePackLevel: boolean
  readonly place: BuildStanding
  /** Articles that mention the build, and those with a newer copy of its file. */
  readonly mentions: Pick<BuildVerdict, 'sameVersion' | 'newerFiles'>
}

/** Everything that the card of one computer is about. */
export interface ComputerCase {
  readonly computer: ComputerVerdict
  readonly title: string
  /** The update series that count, each with a verdict of its own. */
  readonly decided: readonly LineVerdict[]
  /** Series of one product, of which only that of the unknown service pack counts. */
  readonly undecided: readonly LineVerdict[]
  /** Series that a build excludes. */
  readonly excluded: readonly LineVerdict[]
  readonly builds: readonly ReportedBuild[]
}

/** Joins what a verdict says of each computer, and lists the builds that belong to none. */
export function groupByComputer({ computers, lines, builds }: PasteVerdict): {
  readonly cases: readonly ComputerCase[]
  readonly otherBuilds: readonly BuildVerdict[]
} {
  const cases = computers.map((computer) => {
    const own = lines.filter(({ list }) => list === computer.list)
    return {
      computer,
      title: nameComputer(computer, computers),
      decided: own.filter(({ doubts }) => !doubts.includes('other-line') && !doubts.includes('several-lines')),
      undecided: own.filter(({ doubts }) => doubts.includes('several-lines')),
      excluded: own.filter(({ doubts }) => doubts.includes('other-line')),
      builds: builds.flatMap((verdict) => listReported(verdict, computer)),
    }
  })
  const isShown = (verdict: BuildVerdict) => computers.some((computer) => listReported(verdict, computer).length > 0)
  return { cases, otherBuilds: builds.filter((verdict) => !isShown(verdict)) }
}

/** The name of a computer, or what tells it apart from the others. */
export function nameComputer(
  { host, list, kinds }: ComputerVerdict,
  computers: readonly Pick<ComputerVerdict, 'host'>[],
): string {
  if (host !== undefined) return host
  if (computers.length === 1) return 'Server without a name'
  return `${kinds.length > 0 ? 'List' : 'Server'} ${list}, without a name`
}

function listReported(verdict: BuildVerdict, computer: ComputerVerdict): ReportedBuild[] {
  const { build, file, servers, isServicePackLevel, places } = verdict
  const [place, ...others] = places
  const isOfComputer = servers.length > 0 || isServicePackLevel || file !== undefined
  if (!place || others.length > 0 || !isOfComputer || !computer.builds.includes(build)) return []
  return [{ build, isServicePackLevel, place, mentions: verdict }]
}
