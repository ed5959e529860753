import type { Link, PhrasingContent } from 'mdast'
import { cleanArtefacts } from './text-artefacts'

/** Turns one line of prose into text, links to articles, links and inline code. */
export function parseInline(text: string): PhrasingContent[] {
  return parseClean(cleanArtefacts(text))
}

/** Turns the lines of a paragraph into phrasing with hard breaks between; a line `(http://...)` links the line above. */
export function parseLines(lines: readonly string[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index] ?? ''
    const target = LINK_TARGET.exec(lines[index + 1] ?? '')?.groups
    const label = withoutDoubledDownload(cleanArtefacts(text))
    if (target) index++
    const parsed = target ? linkLine(label, target.url ?? '', target.rest ?? '') : parseClean(label)
    if (parsed.length === 0) continue
    if (nodes.length > 0) nodes.push({ type: 'break' })
    nodes.push(...parsed)
  }
  return nodes
}

function linkLine(label: string, url: string, rest: string): PhrasingContent[] {
  if (!isLinkText(label)) return parseClean(`${label} (${url})${rest}`)
  const link = linkTo(label, url)
  return rest === '' ? [link] : [link, { type: 'text', value: rest }]
}

/** A line `(http://...)`, which may end in a remark such as `(Intel)`. */
const LINK_TARGET = /^\s*\((?<url>(?:https?|ftp):\/\/[^\s()<>]+)\)(?<rest> \([^()]{1,40}\))?$/i

/** A link to an article, as every reference is written. */
export function articleLink(digits: string): Link {
  return { type: 'link', url: `/kb/${digits}`, children: [{ type: 'text', value: `Q${digits}` }] }
}

/** A line above `(http://...)` that is longer is a sentence, not the label of a link. */
const LONGEST_LABEL = 120
const URL_PATTERN = '(?<![A-Za-z])(?:https?|ftp):\\/\\/(?:[^\\s<>"]|<[^<>\\s]{1,40}>)+'
const TOKEN = new RegExp(
  `(?<url>${URL_PATTERN}|(?<![\\w./@\\\\-])www\\.(?:[\\w-]+\\.)+[\\w-]{2,}(?:/[^\\s<>"]*)?)|(?<![\\w\\\\/.])Q(?<number>\\d{5,6})(?![\\w\\\\/]|\\.(?:exe|asp|htm|zip|doc|txt)\\b)`,
  'gi',
)

function parseClean(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index < end) continue
    const number = match.groups?.number
    if (number !== undefined && !match[0].startsWith('Q')) continue
    const found = number === undefined ? urlAt(text, match) : { node: articleLink(number), length: match[0].length }
    if (!found) continue
    pushText(nodes, text.slice(end, match.index))
    nodes.push(found.node)
    end = match.index + found.length
  }
  pushText(nodes, text.slice(end))
  return nodes
}

function pushText(nodes: PhrasingContent[], value: string): void {
  if (value !== '') nodes.push({ type: 'text', value })
}

function urlAt(text: string, match: RegExpExecArray): { node: PhrasingContent; length: number } | undefined {
  const raw = trimUrl(match[0])
  if (/^\w+:\/\/$/.test(raw)) return undefined
  const url = lowerScheme(raw)
  if (/[<>]/.test(raw)) return { node: { type: 'inlineCode', value: raw }, length: raw.length }
  // `http://a (http://a)`: the second only repeats the first.
  const repeated = ` (${raw})`
  const length = text.startsWith(repeated, match.index + raw.length) ? raw.length + repeated.length : raw.length
  return { node: linkTo(url, targetOf(url)), length }
}

/** A full stop, comma, quote or unopened parenthesis behind a URL belongs to the sentence. */
function trimUrl(url: string): string {
  let unopened = url.split(')').length - url.split('(').length
  let end = url.length
  for (; end > 0; end--) {
    const last = url[end - 1] ?? ''
    const isUnopened = last === ')' && unopened > 0
    if (!isUnopened && !/[.,;:!?'"\]}*|`]/.test(last)) break
    if (isUnopened) unopened--
  }
  return url.slice(0, end)
}

function linkTo(label: string, url: string): Link {
  return { type: 'link', url: lowerScheme(url), children: [{ type: 'text', value: label }] }
}

/** An address without a scheme is one of the web. */
function targetOf(address: string): string {
  return /^www\./i.test(address) ? `http://${address}` : address
}

function lowerScheme(url: string): string {
  return url.replace(/^\w+(?=:)/, (scheme) => scheme.toLowerCase())
}

function isLinkText(label: string): boolean {
  return label !== '' && label.length < LONGEST_LABEL && !/(?:https?|ftp):\/\//i.test(label) && !/[:.]$/.test(label)
}

/** The alternative text of an image is glued to its link: `DownloadDownload Foo.exe now`. */
function withoutDoubledDownload(text: string): string {
  return text.includes('Download')
    ? text.replace(/Download(?=Download )/g, '').replace(/Download(?=https?:)/g, 'Download ')
    : text
}
