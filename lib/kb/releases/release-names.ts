import { RELEASE_FAMILIES, type ReleaseFamily } from '@/lib/kb/data/release-table'
import { slugOf } from '@/lib/kb/numbers/slug'

/** A release in the reviewed table. */
export interface Release {
  readonly slug: string
  /** The title of its page, such as `Windows NT 4.0 Service Pack 4`. */
  readonly name: string
  /** The product and version, such as `Windows NT 4.0`. */
  readonly family: string
}

/**
 * Finds the releases that words name, such as `Windows NT 4.0 Service Pack 4.0 and Windows NT Server 4.0, Terminal Server
 * Edition Service Pack 4`. Nothing is guessed: if the table lacks any part of the words, they name no release.
 */
export function findReleases(words: string): readonly Release[] {
  const text = normalizeRelease(words)
  const whole = releaseOf(text)
  if (whole) return [whole]
  for (const { index, 0: joint } of text.matchAll(/ and (?:in )?/g)) {
    const [left, right] = [text.slice(0, index), text.slice(index + joint.length)]
    // `Windows NT 4.0 and Windows NT Server 4.0, Terminal Server Edition Service Pack 6`: the pack counts for both.
    const pack = PACK_AT_END.test(left) ? '' : (PACK_AT_END.exec(right)?.[0] ?? '')
    const [first, second] = [releaseOf(left + pack), releaseOf(right)]
    if (first && second) return [first, second]
  }
  return []
}

/** A release as an article names it, with the slug of its page if the table knows the name. */
export interface NamedRelease {
  readonly name: string
  readonly slug?: string
}

/** Gives the releases that words name; words that are not in the table count as one release without a page. */
export function nameReleases(words: string): readonly NamedRelease[] {
  const releases = findReleases(words)
  return releases.length > 0 ? releases.map(({ slug }) => ({ name: words, slug })) : [{ name: words }]
}

/**
 * Finds the release of a list of fixes in its title, such as `List of Bugs Fixed in Windows NT 4.0 Service Pack 1, 2, and 3`.
 * A heading above an entry, such as `Service Pack 3`, says which of several it is.
 */
export function findListedReleases(title: string, section = ''): readonly Release[] {
  const text = normalizeRelease(title.replace(/\(part \d+\)/i, ''))
  const family = FAMILIES_BY_LENGTH.find(({ spelling }) => ` ${text} `.includes(` ${spelling} `))
  if (!family) return []
  const ofSection = packsIn(normalizeRelease(section)) ?? []
  const ofTitle = packsIn(text.slice(text.indexOf(family.spelling) + family.spelling.length))
  const packs = ofSection.length > 0 ? ofSection : ofTitle
  if (!packs) return []
  const releases = packs.flatMap((pack) => BY_SPELLING.get(`${family.spelling} ${pack}`) ?? [])
  const bare = BY_SPELLING.get(family.spelling)
  return packs.length > 0 ? releases : bare ? [bare] : []
}

export function releaseOfSlug(slug: string): Release | undefined {
  return RELEASES.get(slug)
}

/** Lists the releases in the order of the table. */
export function allReleases(): readonly Release[] {
  return [...RELEASES.values()]
}

/** Tells whether words mean whatever release was the latest or the next at the time, so that they name none. */
export function isUnnamedRelease(words: string): boolean {
  return /\b(?:latest|next|later|newer|future|current|subsequent)\b/i.test(words)
}

/** `Microsoft Windows NT version 4.0 Service Pack 4.0` becomes `windows nt 4.0 sp4`. */
export function normalizeRelease(words: string): string {
  return words
    .toLowerCase()
    .replace(/\(fixlist[\d.]+\)|\((?:tm|r|sms|hrp|s[pr]-?\d\w?)\)|"/g, ' ')
    .replace(/[,\\]/g, ' ')
    .replace(/\b(?:microsoft|versions?|the|for windows(?! nt| for)|for ms-dos|u\.s\.?|us)(?= |$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\b(?:service packs? )+(?=\d)|\bsp[- ]?(?=\d)/g, 'sp')
    .replace(/\b(?:service releases? )+(?=\d)|\bsr[- ]?(?=\d)/g, 'sr')
    .replace(/\bservice pack two\b/g, 'sp2')
    .replace(/\b(s[pr]\d)\.0\b/g, '$1')
    .replace(/\b(s[pr]\d\w?) \1$/, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

const PACK_AT_END = / s[pr]\d\w?$/

/** Finds `sp1`, or both of `sp6/6a`, in a normalized title; `sp1 2 and 3` does not say which of them is meant. */
function packsIn(text: string): string[] | undefined {
  const match = /\b(s[pr])(\d\w?)(?:\/(\d\w?))?\b(?!\.)( (?:and )?\d\w?\b(?!\.))?/.exec(text)
  if (!match) return []
  if (match[4] !== undefined) return undefined
  return [match[2], match[3]].flatMap((number) => (number === undefined ? [] : [`${match[1]}${number}`]))
}

function releaseOf(text: string): Release | undefined {
  return BY_SPELLING.get(text)
}

function releasesOfFamily({ name, packs = [], serviceReleases = [] }: ReleaseFamily): [string, Release][] {
  const toRelease = (pack: string): Release => {
    const full = pack === '' ? name : `${name} ${pack}`
    return { slug: slugOf(full), name: full, family: name }
  }
  return [
    ['', toRelease('')],
    ...packs.map((pack): [string, Release] => [` sp${pack}`, toRelease(`Service Pack ${pack}`)]),
    ...serviceReleases.map((pack): [string, Release] => [` sr${pack}`, toRelease(`Service Release ${pack}`)]),
  ]
}

const NAMED_FAMILIES = RELEASE_FAMILIES.filter(({ isKnownByBuildOnly }) => !isKnownByBuildOnly)
const RELEASES: ReadonlyMap<string, Release> = new Map(
  NAMED_FAMILIES.flatMap(releasesOfFamily).map(([, release]) => [release.slug, release]),
)
const BY_SPELLING: ReadonlyMap<string, Release> = new Map(
  NAMED_FAMILIES.flatMap((family) =>
    [normalizeRelease(family.name), ...(family.spellings ?? [])].flatMap((spelling) =>
      releasesOfFamily(family).map(([pack, release]): [string, Release] => [spelling + pack, release]),
    ),
  ),
)
/** Tries `windows nt server 4.0 terminal server edition` before `windows nt server 4.0`. */
const FAMILIES_BY_LENGTH = NAMED_FAMILIES.flatMap(({ name, spellings = [] }) =>
  [normalizeRelease(name), ...spellings].map((spelling) => ({ spelling })),
).sort((a, b) => b.spelling.length - a.spelling.length)
