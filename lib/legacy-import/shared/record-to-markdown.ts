import type { Root, Text } from 'mdast'
import type { Info } from 'mdast-util-to-markdown'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { ALERT_MARKER } from './alerts'
import { frontMatterToYaml } from './front-matter-to-yaml'
import type { LegacyRecord } from './legacy-record'

/** Writes a record as a Markdown file: front matter, a blank line, the body, one line end at the end. */
export function recordToMarkdown(record: LegacyRecord): string {
  const body = bodyToMarkdown(record.tree)
  return `---\n${frontMatterToYaml({ ...record.frontMatter, provenance: 'original' })}---\n${body === '' ? '' : `\n${body}`}`
}

/** Writes a body. Reading it gives the same tree again, so every character of the dump stays visible and inert. */
export function bodyToMarkdown(tree: Root): string {
  return WRITER.stringify(tree)
}

/** What may have a meaning in Markdown, wherever it stands in a text. */
const MARK = /[\t\r\n!#&*<@[\\\]_`|~]|[Ww]\.|[ps]:(?:\/|$)/
const MARK_AT_START = /^[\d(\-+=:>.)]/

/** Tells of most texts that nothing in them needs to be escaped, at a fraction of what it costs to look for each mark. */
function isPlain(value: string, { before, after }: Info): boolean {
  if (MARK.test(value) || MARK_AT_START.test(value)) return false
  return !(value.startsWith(' ') && /[\r\n]/.test(before)) && !(value.endsWith(' ') && /[\r\n]/.test(after))
}

const WRITER = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    fence: '`',
    fences: true,
    incrementListMarker: true,
    listItemIndent: 'one',
    handlers: {
      // The marker of an alert is the only text that must not be escaped; the parser reads it as text all the same.
      text(node: Text, _parent, state, info) {
        if (isPlain(node.value, info)) return node.value
        const marker = state.stack.at(-3) === 'blockquote' ? (ALERT_MARKER.exec(node.value)?.[0] ?? '') : ''
        return marker + state.safe(node.value.slice(marker.length), marker === '' ? info : { ...info, before: '\n' })
      },
    },
  })
  .freeze()
