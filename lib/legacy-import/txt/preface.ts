import type { RootContent } from 'mdast'
import { attachAlerts, DUMP_LABEL } from '@/lib/legacy-import/shared/alerts'
import { parseLines } from '@/lib/legacy-import/shared/inline'
import { isRule, type TextLine } from '@/lib/legacy-import/shared/text-line'

/**
 * Turns the lines before the box into a quotation if they are a notice; leftovers of an older header (a version, an
 * operating system, keywords) repeat what the front matter says and are dropped.
 */
export function prefaceToMdast(lines: readonly TextLine[]): RootContent[] {
  if (!isNotice(lines)) return []
  const paragraphs: string[][] = [[]]
  for (const { text } of lines) {
    const bare = text
      .trim()
      .replace(/^\*+\s*/, '')
      .replace(/\s*\*+$/, '')
      .trim()
    const isBreak = bare === '' || isRule(text) || /^\*+$/.test(text.trim())
    if (isBreak) paragraphs.push([])
    else paragraphs.at(-1)?.push(bare)
  }
  const nodes = paragraphs.flatMap((words): RootContent[] => {
    // A notice is wrapped at 60 to 70 columns, whatever the rest of the file does.
    const children = parseLines([words.join(' ').replace(/^-+\s*([A-Z ]+?)\s*-+\s*/, '$1: ')])
    return children.length === 0 ? [] : [{ type: 'paragraph', children }]
  })
  return attachAlerts(nodes, DUMP_LABEL).map((node) =>
    node.type === 'paragraph' ? { type: 'blockquote', children: [node] } : node,
  )
}

/** Tells a notice by its small words and its length; leftovers are lists of versions, systems and keywords. */
export function isNotice(lines: readonly TextLine[]): boolean {
  const text = lines.map((line) => line.text).join(' ')
  const words = text.split(/\s+/).filter((word) => /[A-Za-z]/.test(word))
  const small = words.filter((word) => SMALL_WORD.test(word)).length
  return words.length >= 5 && small >= 3 && small * 12 >= words.length
}

const SMALL_WORD =
  /^(?:the|this|is|are|was|has|have|not|been|be|to|of|in|at|by|with|your|you|only|and|a|an|it|for|or|may|will|should|contains?)[.,:;]?$/i
