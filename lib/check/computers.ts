import type { PastedBuild, PastedComputer, UpdateInventory } from './paste'

/** More computers are not judged; their updates are. */
const MAX_COMPUTERS = 100

/** The computers that are judged, and how many the paste has. */
export interface ListedComputers {
  readonly computers: readonly PastedComputer[]
  readonly computerCount: number
}

/** The program of Exchange whose version is the build of the server. */
export const SETUP_PROGRAM = /^exsetup\.exe$/i

/**
 * Tells the computers of a paste apart. Everything that names the same computer is about one. A list without a name is a
 * computer of its own, unless nothing in the paste can be about a second one.
 */
export function listComputers(
  inventories: readonly UpdateInventory[],
  builds: readonly PastedBuild[],
): ListedComputers {
  const computers: Computer[] = []
  const add = (host: string | undefined, start: number): Computer => {
    const known = host === undefined ? undefined : computers.find((other) => isSameHost(other.host, host))
    if (known) return known
    const computer = { host, start, inventories: [], builds: [] }
    computers.push(computer)
    return computer
  }
  for (const inventory of inventories) add(inventory.host, inventory.start).inventories.push(inventory)
  for (const build of builds.filter(isOfServer)) add(build.server, build.start).builds.push(build)
  const joined = joinEvidence(computers).sort((one, other) => one.start - other.start)
  return {
    computers: joined.slice(0, MAX_COMPUTERS).map(({ host, inventories: lists, builds: own }, index) => ({
      list: index + 1,
      host,
      inventories: lists,
      builds: own,
    })),
    computerCount: joined.length,
  }
}

/** Tells whether a build is that of a computer, and not only one that the text mentions. */
export function isOfServer({ server, file, isAdminDisplayVersion, isOnlyNamed }: PastedBuild): boolean {
  if (isOnlyNamed) return false
  return server !== undefined || isAdminDisplayVersion || (file !== undefined && SETUP_PROGRAM.test(file))
}

/** Tells whether two names are those of one computer, with its domain or without. */
export function isSameHost(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && hostKey(one) === hostKey(other)
}

interface Computer {
  readonly host?: string
  readonly start: number
  readonly inventories: UpdateInventory[]
  readonly builds: PastedBuild[]
}

function hostKey(host: string): string {
  return host.toLowerCase().split('.')[0] ?? ''
}

/** If a paste has each sort of evidence at most once, and at most one name, all of it is about one computer. */
function joinEvidence(computers: Computer[]): Computer[] {
  const inventories = computers.flatMap((computer) => computer.inventories)
  const builds = computers.flatMap((computer) => computer.builds)
  const levels = builds.filter(({ isAdminDisplayVersion }) => isAdminDisplayVersion)
  const programs = new Set(
    builds.filter(({ isAdminDisplayVersion }) => !isAdminDisplayVersion).map(({ build }) => build),
  )
  const named = computers.filter(({ host }) => host !== undefined)
  const [first] = computers
  if (!first || [inventories.length, levels.length, programs.size, named.length].some((count) => count > 1)) {
    return computers
  }
  return [{ host: named[0]?.host, start: first.start, inventories, builds }]
}
