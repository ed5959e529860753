import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { frontMatterToYaml } from './front-matter-to-yaml'
import type { LegacyRecord } from './legacy-record'

/** Writes a record as a Markdown file: front matter, a blank line, the body, one line end at the end. */
export function recordToMarkdown(record: LegacyRecord): string {
  const body = toMarkdown(record.tree, {
    bullet: '-',
    bulletOther: '*',
    fence: '`',
    fences: true,
    incrementListMarker: true,
    listItemIndent: 'one',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  })
  return `---\n${frontMatterToYaml(record.frontMatter)}---\n${body === '' ? '' : `\n${body}`}`
}
