import { type FormerBody, readFormerBodies } from '@/lib/content/read-editions'
import type { ArticleHead, TextBlock } from '@/lib/kb/articles/article'
import { countChanges } from '@/lib/kb/articles/compare-editions'
import { dayOfText, type Edition } from '@/lib/kb/articles/edition'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import { repeatedTitleLength } from '@/lib/kb/articles/title-heading'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'

/** What an article was in commits of Git, and the day of its file. */
interface Committed {
  readonly former: readonly FormerBody[]
  readonly day: string
}

/** Gives the former texts of an article and its present one, oldest first; none for an article without a former text. */
export function findEditions(
  contentDir: string,
  { path, frontMatter }: ArticleHead,
  blocks: readonly TextBlock[],
  committed?: Committed,
): Edition[] {
  const present = blocks.map(toEditionBlock)
  const day = dayOfText(frontMatter)
  const snapshots = readFormerBodies(contentDir, path).filter((former) => day === undefined || former.day < day)
  if (snapshots.length > 0 && day !== undefined)
    return [...toEditions(snapshots, frontMatter), { day, blocks: present }]
  return committed
    ? withPresent(toEditions(committed.former, frontMatter), { day: committed.day, blocks: present })
    : []
}

function toEditions(bodies: readonly FormerBody[], { number, title }: FrontMatter): Edition[] {
  return bodies.flatMap(({ day, body }) => {
    const blocks = blocksOf(body.slice(repeatedTitleLength(body, title, number)), number)
    return blocks ? [{ day, blocks }] : []
  })
}

/** The file may be as a commit left it, or have been edited since, perhaps on the day of the last commit. */
function withPresent(editions: readonly Edition[], present: Edition): Edition[] {
  const distinct: Edition[] = []
  for (const edition of editions) {
    if (!isSame(distinct.at(-1), edition)) distinct.push(edition)
  }
  const last = distinct.at(-1)
  if (!isSame(last, present)) {
    if (last && present.day <= last.day) distinct.pop()
    distinct.push(last && present.day <= last.day ? { ...present, day: last.day } : present)
  }
  return distinct.length > 1 ? distinct : []
}

function isSame(one: Edition | undefined, other: Edition): boolean {
  const changes = one && countChanges(one.blocks, other.blocks)
  return changes !== undefined && changes.added + changes.removed === 0
}

/** A text that would take too long is passed over, as an article would be refused. */
function blocksOf(body: string, number: KbNumber) {
  try {
    return extractArticleFacts(body, number).blocks.map(toEditionBlock)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function toEditionBlock({ text, section }: TextBlock) {
  return { text, section }
}
