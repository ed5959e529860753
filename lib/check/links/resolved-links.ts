import type { ArticleReference, ArticleState } from '@/lib/kb/articles/article'
import { articleUrl } from '@/lib/urls'
import type { KbLink } from './kb-links'

/**
 * What became of a link: its article is here, something newer replaces it, the collection lacks it, or it never was the address
 * of an article.
 */
export type LinkOutcome = 'here' | 'replaced' | 'missing' | 'not-an-article'

/** A link with its answer. */
export interface ResolvedLink extends KbLink {
  readonly outcome: LinkOutcome
  /** The article, by its own number if the link has an alias; of a missing one the title with which others cite it. */
  readonly article?: ArticleReference
  readonly state?: ArticleState
  /** The newest article that replaces it, if that is known. */
  readonly replacedBy?: ArticleReference
}

/** The answer to a pasted text. */
export interface ResolvedLinks {
  readonly links: readonly ResolvedLink[]
  readonly otherCount: number
  readonly isCut: boolean
}

/** Answers as programs get them, by the names of docs/api.md. */
export function resolvedLinksToAnswer({ links, otherCount, isCut }: ResolvedLinks) {
  const name = ({ number, title }: ArticleReference) => ({ number, title, url: articleUrl(number) })
  return {
    links: links.map(({ text, line, count, outcome, article, state, replacedBy }) => ({
      text,
      line,
      count,
      outcome,
      ...(article && name(article)),
      state,
      replacedBy: replacedBy && name(replacedBy),
    })),
    otherCount,
    isCut,
  }
}
