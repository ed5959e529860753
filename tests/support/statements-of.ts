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
