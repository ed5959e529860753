import type { TextBlock } from '@/lib/kb/articles/article'
import { extractStatements } from '@/lib/kb/statements/extract-statements'
import type { Statement } from '@/lib/kb/statements/statement'
import { kbNumberOf } from './kb-number-of'

/** A few words of an article: paragraphs, headings that begin with `# `, references below a lead-in. */
export interface Quote {
  readonly article: number
  readonly title?: string
  readonly blocks: readonly string[]
}

/** Gives what a quote states; every number written as `Q123456` is a link. */
export function statementsOf({ article, title = '', blocks }: Quote): readonly Statement[] {
  let section: string | undefined
  const read = blocks.map((text, position): TextBlock => {
    const heading = /^# (.*)/.exec(text)?.[1]
    if (heading !== undefined) section = heading
    return { text: heading ?? text, kind: heading === undefined ? 'paragraph' : 'heading', line: position + 1, section }
  })
  const links = blocks.flatMap((text, position) =>
    [...text.matchAll(/\bQ(\d{4,7})\b|^(\d{6,7})\b/g)].map(([, after, bare]) => ({
      target: kbNumberOf(Number(after ?? bare)),
      line: position + 1,
      context: text,
      isExplicit: true,
    })),
  )
  return extractStatements({ number: kbNumberOf(article), title }, { blocks: read, links })
}

/** A relation from the side of the article that states it, as labels write it. */
export interface Label {
  readonly kind: 'supersedes' | 'superseded-by' | 'fixes' | 'fixed-in' | 'requires'
  /** The other article. */
  readonly target?: number
  readonly part?: string
  /** The name of a release as the article writes it; a list of fixes has the title of its article. */
  readonly releaseName?: string
  readonly releases: readonly string[]
  readonly sentence?: string
}

/** Gives what a quote states, the releases of one sentence together, and those of a list of fixes beside its entry. */
export function labelsOf(quote: Quote): Label[] {
  const labels: Label[] = []
  for (const statement of statementsOf(quote)) {
    const label = labelOf(statement, quote.article)
    const last = labels.at(-1)
    if (last && statement.release && last.sentence === label.sentence && last.target === label.target) {
      labels[labels.length - 1] = { ...last, releases: [...last.releases, ...label.releases] }
    } else labels.push(label)
  }
  return labels
}

function labelOf({ kind, subject, object, release, part, sentence }: Statement, self: number): Label {
  const isOwn = kind === 'requires' || subject === self || (release !== undefined && object !== self)
  const kinds = {
    replaces: ['supersedes', 'superseded-by'],
    fixes: ['fixes', 'fixed-in'],
    requires: ['requires'],
  } as const
  const [own, other = own] = kinds[kind]
  return {
    kind: isOwn ? own : other,
    target: isOwn ? object : subject,
    part,
    releaseName: release?.name,
    releases: release?.slug === undefined ? [] : [release.slug],
    sentence,
  }
}
