import { judgeLine } from '@/lib/check/judge-line'
import type { InstalledUpdate, NamedNumber } from '@/lib/check/paste'
import type { LineVerdict, UpdateVerdict } from '@/lib/check/verdict'
import { isNewestOfLine, type UpdateLine } from '@/lib/kb/articles/article'
import { isInstallable } from '@/lib/kb/articles/front-matter'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { LineFacts } from '@/lib/kb/updates/line-steps'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { type ArticleInLine, listArticlesInLines } from '@/lib/kb-index/read/articles-in-lines'
import { getLineFacts } from '@/lib/kb-index/read/line-details'
import { getSupersedence, getUpdateLine } from '@/lib/kb-index/read/relations'
import { getReference } from '@/lib/kb-index/read/summaries'
import { listUpdateNotes } from '@/lib/kb-index/read/update-notes'

/** Judges every installed update, and every other update that the text mentions, in reading order. */
export function judgeUpdates(
  index: IndexDatabase,
  installed: readonly InstalledUpdate[],
  named: readonly NamedNumber[],
): UpdateVerdict[] {
  const standings = listArticlesInLines(
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

/** Judges each computer in every update series of which it has an update. */
export function judgeLines(index: IndexDatabase, installed: readonly InstalledUpdate[]): LineVerdict[] {
  const standings = listArticlesInLines(
    index,
    installed.map(({ number }) => number),
  )
  const lines = new LineCache(index)
  const hosts = [...new Set(installed.map(({ host }) => host))]
  return hosts.flatMap((host) => {
    const updates = installed.filter((update) => update.host === host)
    const numbers = new Set(updates.flatMap(({ number }) => standings.get(number)?.summary.number ?? []))
    const slugs = new Set(updates.flatMap(({ number }) => standings.get(number)?.lineSlug ?? []))
    const verdicts = [...slugs].flatMap((slug) => {
      const known = lines.get(slug)
      const standing = known && judgeLine(known.line, known.facts, (number) => numbers.has(number))
      if (!standing) return []
      return [
        { name: known.line.name, slug, ...standing, prerequisites: lines.listPrerequisites(standing.latest.number) },
      ]
    })
    return verdicts.map((verdict) => ({ ...verdict, host, rivals: listOtherLines(verdict, verdicts) }))
  })
}

function judgeUpdate(
  index: IndexDatabase,
  standing: ArticleInLine | undefined,
  asked: Pick<UpdateVerdict, 'number' | 'quote' | 'isInstalled'>,
): UpdateVerdict {
  const number = standing?.summary.number ?? asked.number
  const known = standing && getSupersedence(index, number)
  if (!known) {
    return { ...asked, state: 'unknown', article: getReference(index, asked.number), supersededBy: [], evidence: [] }
  }
  const lastOfLine = known.line?.updates.findLast(({ state }) => isNewestOfLine(state))
  const latest = known.currentArticle?.number ?? known.supersededBy[0]?.number ?? lastOfLine?.number
  return {
    ...asked,
    state: known.state,
    article: getReference(index, number),
    supersededBy: known.supersededBy,
    latest: latest === undefined ? undefined : getReference(index, latest),
    withdrawn: standing.withdrawn,
    evidence: known.evidence.filter(({ to }) => to === number),
  }
}

/** Reads each update series once, however many computers have updates of it. */
class LineCache {
  readonly #index: IndexDatabase
  readonly #lines = new Map<string, { line: UpdateLine; facts: LineFacts } | undefined>()
  readonly #prerequisites = new Map<KbNumber, readonly string[]>()

  constructor(index: IndexDatabase) {
    this.#index = index
  }

  get(slug: string): { line: UpdateLine; facts: LineFacts } | undefined {
    if (!this.#lines.has(slug)) {
      const line = getUpdateLine(this.#index, slug)
      this.#lines.set(slug, line && { line, facts: getLineFacts(this.#index, slug) })
    }
    return this.#lines.get(slug)
  }

  /** Lists the prerequisites in the article of an update. */
  listPrerequisites(number: KbNumber): readonly string[] {
    const notes = () => listUpdateNotes(this.#index, [number]).filter(({ kind }) => kind === 'prerequisites')
    const known = this.#prerequisites.get(number) ?? notes().map(({ text }) => text)
    this.#prerequisites.set(number, known)
    return known
  }
}

/** Lists the other series of the same product. A server has one service pack, and only the updates for that one count. */
function listOtherLines(
  { slug, latest }: Pick<LineVerdict, 'slug' | 'latest'>,
  others: readonly Pick<LineVerdict, 'slug' | 'name' | 'latest'>[],
): string[] {
  return others
    .filter(
      (other) => other.slug !== slug && other.latest.products.some((product) => latest.products.includes(product)),
    )
    .map(({ name }) => name)
}

function isUpdate({ summary, lineSlug }: ArticleInLine): boolean {
  return lineSlug !== undefined || isInstallable(summary.kind)
}
