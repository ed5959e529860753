import type { ArticleKind } from '@/lib/kb/articles/article-kinds'

/** What the kind of a living article is told from. */
interface Signs {
  readonly path: string
  readonly title: string
  readonly topic: string
  /** The headings of the body, in order. */
  readonly headings: readonly string[]
}

const OVERVIEW = /^(?:welcome|overview|landing|index)\b|[-_](?:overview|welcome)$|^welcome-/i
const LIST = /\bbuild versions\b|\bversion history\b|\berror codes\b|\blist of\b/i
const STEPS =
  /^(?:how to|use|configure|create|enable|disable|install|set up|add|change|remove|move|convert|manage|restore|reset)\b/i
const FAILURE =
  /\b(?:errors?|fail(?:s|ed|ing|ures?)?|cannot|unable|issues?|problems?|not|no longer|\w+n['’]t|crash(?:es|ed)?|hangs?|slow(?:ly)?|missing|lost|hidden|blank|stops?|stopped|wrong|incorrect(?:ly)?|invalid|denied|blocked|unexpected(?:ly)?|unavailable|corrupt(?:ed)?|troubleshoot(?:ing)?|can['’]t)\b/i

/** Tells the kind of a living article; its topic says "troubleshooting" of most, whatever they are. */
export function kindOfArticle({ path, title, topic, headings }: Signs): ArticleKind | undefined {
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? ''
  const names = headings.map((heading) => heading.toLowerCase())
  const has = (...wanted: readonly string[]) => wanted.some((word) => names.includes(word))
  if (/^(?:landing-page|reference)$/.test(topic) || OVERVIEW.test(name) || LIST.test(title)) return 'reference'
  const solves = has('resolution', 'resolutions', 'workaround', 'workarounds', 'solution', 'solutions')
  if (has('symptom', 'symptoms') || (has('cause', 'causes') && solves)) return 'problem'
  if (STEPS.test(title) || topic === 'how-to') return 'how-to'
  if (has('cause', 'causes', 'resolution') || FAILURE.test(title)) return 'problem'
  return undefined
}
