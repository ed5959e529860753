import type { PageBlock } from './page-block'
import { isCanonicalHeading, isCapitalHeading } from './page-headings'

/**
 * Gives each heading its level. Where a page has its standard sections in capitals, everything else is below them.
 * Where the levels were lost (shape A), the standard sections and what follows "Back to the top" are of level two; the
 * symptoms, cause and workaround of a known issue are parts of it.
 */
export function assignHeadingLevels(blocks: readonly PageBlock[], afterSectionEnd: ReadonlySet<number>): PageBlock[] {
  const hasCapitals = blocks.some((block) => block.type === 'heading' && isCapitalHeading(block.text))
  let isInKnownIssue = false
  let hasSection = false
  return blocks.map((block) => {
    if (block.type !== 'heading') return block
    const isTop = hasCapitals
      ? isCapitalHeading(block.text)
      : afterSectionEnd.has(block.line) || (isCanonicalHeading(block.text) && !isInKnownIssue)
    if (isTop) isInKnownIssue = /^known issues?\b/i.test(block.text)
    // No level may be skipped: what comes before the first section is one.
    const depth = isTop || !hasSection ? 2 : 3
    if (depth === 2) hasSection = true
    return { ...block, depth }
  })
}
