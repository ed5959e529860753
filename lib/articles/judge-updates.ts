import { judgeLine } from '@/lib/check/judge-line'
import type { InstalledUpdate, NamedNumber } from '@/lib/check/paste'
import type { LineVerdict, UpdateVerdict } from '@/lib/check/verdict'
import type { UpdateLine } from '@/lib/kb/article'
import type { ArticleKind } from '@/lib/kb/front-matter'
import type { KbNumber } from '@/lib/kb/kb-number'
import { getLineFacts } from '@/lib/kb-index/line-details'
import type { IndexDatabase } from '@/lib/kb-index/open'
import { getSupersedence, getUpdateLine } from '@/lib/kb-index/relations'
import { listStandings, type Standing } from '@/lib/kb-index/standings'
import { getReference } from '@/lib/kb-index/summaries'
import { listUpdateNotes } from '@/lib/kb-index/update-notes'

/** The kinds that a reader installs. */
const INSTALLABLE: readonly (ArticleKind | undefined)[] = ['update-rollup', 'service-pack', 'hotfix', 'security-update']

/** Tells of each installed update, and of each other that the text names, how it stands. Numbers are in reading order. */
export function judgeUpdates(
  index: IndexDatabase,
  installed: readonly InstalledUpdate[],
  named: readonly NamedNumber[],
): UpdateVerdict[] {
  const standings = listStandings(
    index,
    [...installed, ...named].map(({ number }) => number),
  )
  const judged = new Set<KbNumber>()
  return [
    ...installed.map((update) => ({ ...update, isInstalled: true })),
    ...named.map((other) => ({ ...other, isInstalled: false })),
  ].flatMap(({ number, quote, isInstalled, isBare }) => {
    const standing = standings.get(number)
    if (judged.has(number) || (isBare && !standing)) return []
    judged.add(number)
    if (!isInstalled && standing && !isUpdate(standing)) return []
    return [judgeUpdate(index, standing, { number, quote, isInstalled })]
  })
}

/** Tells for each computer and each line of updates that it has something of how it stands there. */
export function judgeLines(index: IndexDatabase, installed: readonly InstalledUpdate[]): LineVerdict[] {
  const standings = listStandings(
    index,
    installed.map(({ number }) => number),
  )
  const lines = new Map<string, UpdateLine | undefined>()
  const hosts = [...new Set(installed.map(({ host }) => host))]
  return hosts.flatMap((host) => {
    const updates = installed.filter((update) => update.host === host)
    const numbers = new Set(updates.flatMap(({ number }) => standings.get(number)?.summary.number ?? []))
    const slugs = new Set(updates.flatMap(({ number }) => standings.get(number)?.lineSlug ?? []))
    const verdicts = [...slugs].flatMap((slug) => {
      const line = lines.get(slug) ?? getUpdateLine(index, slug)
      lines.set(slug, line)
      return line ? judgeOneLine(index, line, numbers) : []
    })
    return verdicts.map((verdict) => ({ ...verdict, host, rivals: listRivals(verdict, verdicts) }))
  })
}

function judgeUpdate(
  index: IndexDatabase,
  standing: Standing | undefined,
  asked: Pick<UpdateVerdict, 'number' | 'quote' | 'isInstalled'>,
): UpdateVerdict {
  const number = standing?.summary.number ?? asked.number
  const known = standing && getSupersedence(index, number)
  if (!known) {
    return { ...asked, state: 'unknown', article: getReference(index, asked.number), supersededBy: [], evidence: [] }
  }
  const lastOfLine = known.line?.updates.findLast(({ state }) => state === 'latest')
  const latest = known.currentArticle?.number ?? known.supersededBy[0]?.number ?? lastOfLine?.number
  return {
    ...asked,
    state: known.state === 'latest' ? 'current' : known.state,
    article: getReference(index, number),
    supersededBy: known.supersededBy,
    latest: latest === undefined ? undefined : getReference(index, latest),
    withdrawn: standing.withdrawn,
    evidence: known.evidence.filter(({ to }) => to === number),
  }
}

function judgeOneLine(
  index: IndexDatabase,
  line: UpdateLine,
  numbers: ReadonlySet<KbNumber>,
): Omit<LineVerdict, 'host' | 'rivals'>[] {
  const standing = judgeLine(line, getLineFacts(index, line.slug), (number) => numbers.has(number))
  if (!standing) return []
  const notes = listUpdateNotes(index, [standing.latest.number])
  const prerequisites = notes.filter(({ kind }) => kind === 'prerequisites').map(({ text }) => text)
  return [{ name: line.name, slug: line.slug, ...standing, prerequisites }]
}

/** Lines of the same product: a server has one service pack, and only the updates of that one count. */
function listRivals(
  { slug, latest }: Pick<LineVerdict, 'slug' | 'latest'>,
  others: readonly Pick<LineVerdict, 'slug' | 'name' | 'latest'>[],
): string[] {
  return others
    .filter(
      (other) => other.slug !== slug && other.latest.products.some((product) => latest.products.includes(product)),
    )
    .map(({ name }) => name)
}

function isUpdate({ summary, lineSlug }: Standing): boolean {
  return lineSlug !== undefined || INSTALLABLE.includes(summary.kind)
}
