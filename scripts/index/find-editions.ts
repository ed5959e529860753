import { readFormerBodies } from '@/lib/content/read-editions'
import type { ArticleHead, TextBlock } from '@/lib/kb/articles/article'
import { dayOfText, type Edition } from '@/lib/kb/articles/edition'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'

/** Gives the former texts of an article and its present one, oldest first; none for an article without a former text. */
export function findEditions(
  contentDir: string,
  { path, frontMatter }: ArticleHead,
  blocks: readonly TextBlock[],
): Edition[] {
  const today = dayOfText(frontMatter)
  const former = readFormerBodies(contentDir, path).filter(({ day }) => today === undefined || day < today)
  if (former.length === 0 || today === undefined) return []
  const editions = former.flatMap(({ day, body }) => {
    const read = blocksOf(body, frontMatter.number)
    return read ? [{ day, blocks: read }] : []
  })
  return [...editions, { day: today, blocks: blocks.map(toEditionBlock) }]
}

/** A text that would take too long is passed over, as an article would be refused. */
function blocksOf(body: string, number: ArticleHead['frontMatter']['number']) {
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
