import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { attachAlerts, PAGE_LABEL } from '@/lib/legacy-import/shared/alerts'
import type { Conversion, LegacyRecord } from '@/lib/legacy-import/shared/legacy-record'
import { parsePageBlocks } from './blocks'
import { pageBlocksToMdast } from './blocks-to-mdast'
import { identifyPage } from './identity'
import { kindOfPage, listFixes } from './kind'
import { assignHeadingLevels } from './levels'
import { type PageLine, textToPageLines } from './line'
import { findPageSupersedence } from './supersedence'

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
  const paragraphs = children.flatMap((node) => (node.type === 'paragraph' ? [textOf(node)] : []))
  const title = frontMatter.title ?? ''
  const kind = kindOfPage(title, children)
  const fixes = listFixes(children)
  return {
    frontMatter: {
      ...frontMatter,
      ...(kind && { kind }),
      ...(fixes.length > 0 && { fixes }),
      ...findPageSupersedence(paragraphs, title),
    },
    tree: { type: 'root', children },
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
