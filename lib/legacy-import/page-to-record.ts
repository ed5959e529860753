import type { LegacyRecord, Problem } from './legacy-record'
import { groupAlerts } from './page-alerts'
import type { PageBlock } from './page-block'
import { parsePageBlocks } from './page-blocks'
import { pageBlocksToMdast } from './page-blocks-to-mdast'
import { identifyPage } from './page-identity'
import { kindOfPage, listFixes } from './page-kind'
import { assignHeadingLevels } from './page-levels'
import { type PageLine, textToPageLines } from './page-line'
import { findPageSupersedence } from './page-supersedence'

/** Converts the text of one support page of about 2007, in any of its shapes, into a record; never throws. */
export function convertPageText(text: string, file: string): { record: LegacyRecord; problems: Problem[] } {
  const identity = identifyPage(textToPageLines(text), file)
  const blocks = groupAlerts(assignHeadingLevels(parsePageBlocks(identity.lines), linesAfterSectionEnd(identity.lines)))
  return {
    record: completeRecord(identity.frontMatter, blocks),
    problems: [...identity.problems],
  }
}

/** Adds what the text of a page says about the article: its kind, what it fixes, and whether it was replaced. */
export function completeRecord(frontMatter: LegacyRecord['frontMatter'], blocks: readonly PageBlock[]): LegacyRecord {
  const paragraphs = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))
  const title = frontMatter.title ?? ''
  const kind = kindOfPage(title, blocks)
  const fixes = listFixes(blocks)
  return {
    frontMatter: {
      ...frontMatter,
      ...(kind && { kind }),
      ...(fixes.length > 0 && { fixes }),
      ...findPageSupersedence(paragraphs, title),
    },
    tree: { type: 'root', children: pageBlocksToMdast(blocks) },
  }
}

function linesAfterSectionEnd(lines: readonly PageLine[]): Set<number> {
  const after = new Set<number>()
  let isAfterEnd = false
  for (const { kind, line } of lines) {
    if (kind === 'section-end') isAfterEnd = true
    else if (kind === 'text' || kind === 'heading') {
      if (isAfterEnd) after.add(line)
      isAfterEnd = false
    }
  }
  return after
}
