import type { Root, Text } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown'
import { ALERT_MARKER } from './alerts'
import { frontMatterToYaml } from './front-matter-to-yaml'
import type { LegacyRecord } from './legacy-record'

/** Writes a record as a Markdown file: front matter, a blank line, the body, one line end at the end. */
export function recordToMarkdown(record: LegacyRecord): string {
  const body = bodyToMarkdown(record.tree)
  return `---\n${frontMatterToYaml(record.frontMatter)}---\n${body === '' ? '' : `\n${body}`}`
}

/** Writes a body; reading it gives the same tree again, so every character of the dump stays visible and inert. */
export function bodyToMarkdown(tree: Root): string {
  return toMarkdown(tree, OPTIONS)
}

/** The marker of an alert is the one text that must not be escaped; the parser sees it as text all the same. */
const text: Handle = (node: Text, _parent, state, info) => {
  const marker = state.stack.at(-3) === 'blockquote' ? (ALERT_MARKER.exec(node.value)?.[0] ?? '') : ''
  return marker + state.safe(node.value.slice(marker.length), marker === '' ? info : { ...info, before: '\n' })
}

const OPTIONS: Options = {
  bullet: '-',
  bulletOther: '*',
  fence: '`',
  fences: true,
  incrementListMarker: true,
  listItemIndent: 'one',
  handlers: { text },
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
}
