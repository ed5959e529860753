import type { ArticleKind } from '@/lib/kb/articles/front-matter'

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

/** Gives the releases that sentences such as `This problem was first corrected in X and Y.` name. */
export function extractFixedIn(paragraphs: readonly string[]): string[] {
  const releases = paragraphs.flatMap((text) =>
    text.includes('ed in ')
      ? [...text.matchAll(FIXED_IN)].flatMap((match) =>
          splitReleases(sentenceRest(text, match.index + match[0].length)),
        )
      : [],
  )
  return [...new Set(releases)]
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

const FIXED_IN =
  /\b(?:problem|issue|bug|behavior|error|limitation|feature|this|it|which)s? (?:was|were|is|are|has been|have been) (?:(?:first|also|later|since) )?(?:been )?(?:corrected|fixed|resolved) in (?=the |[A-Z])/gi

/** The longest name of a release is about a hundred characters; a sentence with two of them has 250. */
const LONGEST_REST = 300

/** The text up to the full stop that ends the sentence: not the one in `4.0` nor in `U.S.`. */
function sentenceRest(text: string, start: number): string {
  const rest = text.slice(start, start + LONGEST_REST)
  const end = /(?<!\b[A-Z])\.(?=\s|$)|[;(]|, (?:which|and|but|see|available)\b/.exec(rest)
  return end ? rest.slice(0, end.index) : rest.length < LONGEST_REST ? rest : ''
}

function splitReleases(text: string): string[] {
  const whole = text
    .trim()
    .replace(/^the latest (?:release|version) of /i, '')
    .replace(/[,:]$/, '')
  if (!namesProduct(whole)) return []
  const halves = whole.split(/ and (?:in )?(?=[A-Z])/)
  const parts = halves.length > 1 && halves.every(namesProduct) ? halves : [whole]
  return parts.map((part) => part.trim().replace(/,$/, '')).filter((part) => part !== '')
}

/** `Service Pack 4` alone names no product; a release has a number or is a service pack. */
function namesProduct(text: string): boolean {
  const words = text.replace(/\b(?:the|latest|U\.S\.|Service|Pack|Packs|Version|Update|Release|Hotfix)\b/gi, ' ')
  return (
    /[A-Z][A-Za-z.+]+/.test(words) &&
    (/\d/.test(text) || /Service Pack|Millennium|XP/i.test(text)) &&
    text.length <= 200
  )
}
