import type { ArticleKind } from '@/lib/kb/articles/article-kinds'

/** What the kind of an article is told from. */
export interface KindSigns {
  readonly title: string
  readonly issueType: string
  /** The headings of the body, in order. */
  readonly headings: readonly string[]
}

/** Tells the kind of an article where its issue type, the prefix of its title or its sections say so. */
export function kindOf({ title, issueType, headings }: KindSigns): ArticleKind | undefined {
  const byType = ISSUE_TYPES.find(([pattern]) => pattern.test(issueType))?.[1]
  const byTitle = TITLES.find(([pattern]) => pattern.test(title))?.[1]
  const names = new Set(headings.map((heading) => heading.toUpperCase()))
  const bySections = names.has('SYMPTOMS') || (names.has('CAUSE') && names.has('RESOLUTION')) ? 'problem' : undefined
  return byType ?? byTitle ?? bySections
}

/** Gives the numbers of paragraphs such as `BUG #: 4643 (OLEDSDK)`. */
export function extractBugs(paragraphs: readonly string[]): string[] {
  const bugs = paragraphs.flatMap((text) => {
    const rest = /^BUG ?#s?:? *(\d.*)$/i.exec(text)?.[1]
    if (rest === undefined || rest.length > 200) return []
    return rest.split(/[,;]\s*|\s+(?:and|BUG ?#:?)\s+/i).map((bug) => bug.trim())
  })
  return [...new Set(bugs.filter((bug) => bug !== ''))]
}

const ISSUE_TYPES: readonly (readonly [RegExp, ArticleKind])[] = [
  [/\bkb(?:bug|prb|pending|crash|err)/i, 'problem'],
  [/\bkbhowto/i, 'how-to'],
  [/\bkb(?:info|ref|file|sample)\b/i, 'reference'],
]

const TITLES: readonly (readonly [RegExp, ArticleKind])[] = [
  [/^(?:[A-Z0-9]+: )?(?:BUG|PRB|FIX|PATCH)\b ?:?/, 'problem'],
  [/^(?:[A-Z0-9]+: )?(?:HOW ?TO\b|How to )/, 'how-to'],
  [/^(?:INFO|DOC|DOCERR|SAMPLE|FILE|README|OFF|FAQ)\b ?:/, 'reference'],
  [/^(?:[A-Z0-9]+: )?(?:README|List of |Contents of |Release Notes)/i, 'reference'],
  [/\bErr(?:or)? Msg\b|\bError Message\b|^STOP 0x/i, 'problem'],
]
