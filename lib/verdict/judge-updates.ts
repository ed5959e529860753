import type { InstalledUpdate, NamedNumber } from '@/lib/check/paste'
import type { UpdateVerdict } from '@/lib/check/verdict'
import { isNewestOfLine } from '@/lib/kb/articles/article'
import { isInstallable } from '@/lib/kb/articles/article-kinds'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { type ArticleInLine, listArticlesInLines } from '@/lib/kb-index/read/articles-in-lines'
import { getSupersedence } from '@/lib/kb-index/read/relations'
import { getReference } from '@/lib/kb-index/read/summaries'

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

function isUpdate({ summary, lineSlug }: ArticleInLine): boolean {
  return lineSlug !== undefined || isInstallable(summary.kind)
}
