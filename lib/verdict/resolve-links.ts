import { findKbLinks, type KbLink } from '@/lib/check/links/kb-links'
import type { ResolvedLink, ResolvedLinks } from '@/lib/check/links/resolved-links'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { getReference } from '@/lib/kb-index/read/summaries'

/** Answers each link to an article in a text. Nothing of the text is kept. */
export function resolveLinks(index: IndexDatabase, text: string, origin?: string): ResolvedLinks {
  const { links, ...rest } = findKbLinks(text, origin)
  const answers = new Map<KbNumber, Omit<ResolvedLink, keyof KbLink>>()
  return {
    links: links.map((link) => {
      if (link.number === undefined) return { ...link, outcome: 'not-an-article' }
      const answer = answers.get(link.number) ?? answerNumber(index, link.number)
      answers.set(link.number, answer)
      return { ...link, ...answer }
    }),
    ...rest,
  }
}

function answerNumber(index: IndexDatabase, named: KbNumber): Omit<ResolvedLink, keyof KbLink> {
  const article = getReference(index, getCanonicalNumber(index, named) ?? named)
  const { summary } = article
  if (!summary) return { outcome: 'missing', article }
  const { state, currentArticle } = summary
  const isReplaced = state === 'superseded' || state === 'superseded-by-unknown'
  return {
    outcome: isReplaced ? 'replaced' : 'here',
    article,
    state,
    replacedBy: isReplaced && currentArticle !== undefined ? getReference(index, currentArticle) : undefined,
  }
}
