import type { Blockquote, Code, Nodes } from 'mdast'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { plainTextOf } from '@/lib/markdown/plain-text-of'
import { parseMarkdown } from '@/lib/markdown/processor'
import { isAbsolute, parseLinkTarget } from '@/lib/markdown/remark-kb-links'
import type { Fault } from './fault'

const ALERT_KINDS = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION']

/** A link that has to be followed to tell whether it is dead. */
export interface WrittenLink {
  readonly line: number
  readonly column: number
  /** As it is written. */
  readonly url: string
  /** The article that it leads to; absent for the article's own headings and for files. */
  readonly target?: KbNumber
  /** The id of a heading, without `#`. */
  readonly fragment?: string
  /** A path to a file, relative to the article or, with a slash before it, to the content folder. */
  readonly path?: string
}

export interface BodyCheck {
  readonly faults: readonly Fault[]
  readonly links: readonly WrittenLink[]
}

/** Checks what can be told from a body alone, and lists the links to follow; the index reports pictures. `firstLine` is the line of the file on which it begins. */
export function checkBody(file: string, body: string, firstLine: number): BodyCheck {
  const faults: Fault[] = []
  const links: WrittenLink[] = []
  const lines = body.split('\n')
  const visit = (node: Nodes): void => {
    const start = node.position?.start
    const place = { line: (start?.line ?? 1) + firstLine - 1, column: start?.column ?? 1 }
    const report = (rule: 'unclosed-fence' | 'unknown-alert', message: string) =>
      faults.push({ file, ...place, rule, level: 'error', message })
    if (node.type === 'code' && isUnclosed(node, lines)) {
      report(
        'unclosed-fence',
        'The code block is not closed, so that it reaches to the end. Add a line with the same signs.',
      )
    } else if (node.type === 'blockquote') {
      const kind = unknownAlertOf(node)
      if (kind !== undefined)
        report('unknown-alert', `Unknown alert "[!${kind}]". Use one of ${ALERT_KINDS.join(', ')}.`)
    } else if (node.type === 'link' || node.type === 'definition') {
      const link = readLink(node.url)
      if (link) links.push({ ...place, ...link })
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parseMarkdown(body))
  return { faults, links }
}

function readLink(url: string): Omit<WrittenLink, 'line' | 'column'> | undefined {
  if (isAbsolute(url) || url === '') return undefined
  // No file has such a name; browsers drop these characters from an address.
  if (/[\u0000-\u001f:]/.test(url)) return undefined
  const [path = '', fragment] = url.split('#')
  if (path === '') return fragment === undefined || fragment === '' ? undefined : { url, fragment }
  const target = parseLinkTarget(url)
  if (target !== undefined) return { url, target, ...(fragment && { fragment }) }
  // Other pages of the viewer, such as /search?q=x, are not files.
  return path.startsWith('/') && !/\.\w{2,5}$/.test(path) ? undefined : { url, path: path.split('?')[0] ?? path }
}

/** A fence that ends with its container, or with the file, has no line that closes it. */
function isUnclosed({ position }: Code, lines: readonly string[]): boolean {
  if (!position) return false
  const first = (lines[position.start.line - 1] ?? '').slice(position.start.column - 1)
  const fence = /^(`{3,}|~{3,})/.exec(first)?.[1]
  if (fence === undefined) return false
  const last = (lines[position.end.line - 1] ?? '').trim().replace(/^(?:>\s*)+/, '')
  const isFence = last.length >= fence.length && [...last].every((sign) => sign === fence.charAt(0))
  return position.start.line === position.end.line || !isFence
}

function unknownAlertOf(quotation: Blockquote): string | undefined {
  const paragraph = quotation.children[0]
  const text = paragraph?.type === 'paragraph' ? plainTextOf(paragraph) : ''
  const kind = /^\[!([A-Za-z]+)\]/.exec(text)?.[1]
  return kind === undefined || ALERT_KINDS.includes(kind.toUpperCase()) ? undefined : kind
}
