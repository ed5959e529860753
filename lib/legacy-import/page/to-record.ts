import type { Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { attachAlerts, PAGE_LABEL } from '@/lib/legacy-import/shared/alerts'
import type { Conversion, LegacyRecord } from '@/lib/legacy-import/shared/legacy-record'
import { extractRelations } from '@/lib/legacy-import/shared/relations'
import { parsePageBlocks } from './blocks'
import { pageBlocksToMdast } from './blocks-to-mdast'
import { identifyPage } from './identity'
import { kindOfPage } from './kind'
import { assignHeadingLevels } from './levels'
import { type PageLine, textToPageLines } from './line'

/** Converts the text of one support page of about 2007, in any of its shapes, into a record; never throws. */
export function convertPageText(text: string, file: string): Conversion {
  const { frontMatter, lines, problems } = identifyPage(textToPageLines(text), file)
  const blocks = assignHeadingLevels(parsePageBlocks(lines), linesAfterSectionEnd(lines))
  return {
    record: completePageRecord(frontMatter, attachAlerts(pageBlocksToMdast(blocks), PAGE_LABEL)),
    problems: [...problems],
  }
}

/** Adds what the body of a page says about the article: its kind, what it fixes, and whether it was replaced. */
export function completePageRecord(frontMatter: LegacyRecord['frontMatter'], children: RootContent[]): LegacyRecord {
  const { number, title = '' } = frontMatter
  const tree: Root = { type: 'root', children }
  const kind = kindOfPage(title, children)
  // Without a title the opening words name the update.
  const opening = children.find(({ type }) => type === 'paragraph')
  const name = NAMED_UPDATE.test(title) || !opening ? title : textOf(opening)
  const relations = number === undefined ? {} : extractRelations(tree, { number, title: name })
  return { frontMatter: { ...frontMatter, ...(kind && { kind }), ...relations }, tree }
}

const NAMED_UPDATE = /(?:update rollup|service pack|cumulative update) \d+/i

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
