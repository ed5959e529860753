import type { PageBlock } from './block'
import { isCanonicalHeading, isCapitalHeading } from './headings'

/**
 * Gives each heading its level. Where a page has its standard sections in capitals, everything else is below them.
 * Where the levels were lost (shape "rows"), the standard sections and what follows "Back to the top" are of level two; the
 * symptoms, cause and workaround of a known issue are parts of it.
 */
export function assignHeadingLevels(blocks: readonly PageBlock[], afterSectionEnd: ReadonlySet<number>): PageBlock[] {
  const hasCapitals = blocks.some((block) => block.type === 'heading' && isCapitalHeading(block.text))
  let knownIssue: 2 | 3 | undefined
  let hasSection = false
  return blocks.map((block) => {
    if (block.type !== 'heading') return block
    const isCanonical = hasCapitals ? isCapitalHeading(block.text) : isCanonicalHeading(block.text)
    if (!hasCapitals && afterSectionEnd.has(block.line)) knownIssue = undefined
    const isPart = knownIssue !== undefined && isCanonicalHeading(block.text) && !(hasCapitals && isCanonical)
    if (isPart) return { ...block, depth: knownIssue === 2 ? 3 : 4 }

    const isTop = isCanonical || (!hasCapitals && afterSectionEnd.has(block.line))
    // No level may be skipped: what comes before the first section is one.
    const depth = isTop || !hasSection ? 2 : 3
    hasSection ||= depth === 2
    knownIssue = /^known issues?\b/i.test(block.text) ? depth : undefined
    return { ...block, depth }
  })
}
