import type { Definition, Link, Nodes } from 'mdast'
import { parseKbLink } from '@/lib/kb/numbers/article-address'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { parseMarkdown } from '@/lib/markdown/processor'

interface Edit {
  readonly start: number
  readonly end: number
  readonly url: string
}

/**
 * Replaces the addresses of historical support sites and archives in the links of a Markdown text, and nothing else: not in
 * code, and not one character around them. `urlOf` gives the new address, or `undefined` for a link to leave.
 */
export function relinkMarkdown(
  text: string,
  urlOf: (number: KbNumber) => string | undefined,
): { readonly text: string; readonly count: number } {
  const edits = listEdits(text, urlOf)
  const parts: string[] = []
  let end = 0
  for (const edit of edits) {
    parts.push(text.slice(end, edit.start), edit.url)
    end = edit.end
  }
  return { text: parts.join('') + text.slice(end), count: edits.length }
}

function listEdits(text: string, urlOf: (number: KbNumber) => string | undefined): Edit[] {
  const edits: Edit[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'definition') {
      const number = parseKbLink(node.url)
      const url = number === undefined ? undefined : urlOf(number)
      const edit = url === undefined ? undefined : findAddress(text, node, url)
      if (edit) edits.push(edit)
    } else if ('children' in node) node.children.forEach(visit)
  }
  visit(parseMarkdown(text))
  return edits.sort((one, other) => one.start - other.start)
}

function findAddress(text: string, node: Link | Definition, url: string): Edit | undefined {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
  const source = text.slice(start, end)
  if (!/^[[!]/.test(source)) return replaceAlone(source, { start, end, url })
  // The text of the link may hold the same address.
  const last = node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined
  const from = last === undefined ? source.indexOf(']') : last - start
  for (const written of [node.url, node.url.replaceAll('&', '&amp;')]) {
    const at = source.indexOf(written, from)
    if (at >= 0) return { start: start + at, end: start + at + written.length, url }
  }
  return undefined
}

/** `<http://...>` and an address in the text are links only as a whole address; a path needs a link around it. */
function replaceAlone(source: string, { start, end, url }: Edit): Edit {
  const [, address = source] = /^<(.*)>$/.exec(source) ?? []
  if (url.startsWith('/')) return { start, end, url: `[${address}](${url})` }
  return { start, end, url: source === address ? url : `<${url}>` }
}
