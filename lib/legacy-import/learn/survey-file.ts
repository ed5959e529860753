import { type KbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'
import { headingId } from '@/lib/kb/numbers/slug'
import { takeLabelLines } from './label-lines'
import { splitAtFences } from './outside-code'

/** What a first look at one Markdown file of a repository tells: enough to resolve links to it from any other. */
export interface SurveyedFile {
  readonly numbers: readonly KbNumber[]
  readonly anchors: ReadonlyMap<string, string>
}

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/

/** Cuts front matter off a file: `undefined` without one. */
export function splitFrontMatter(text: string): { readonly yaml: string; readonly body: string } | undefined {
  const block = FRONT_MATTER.exec(text)
  return block ? { yaml: block[1] ?? '', body: text.slice(block[0].length) } : undefined
}

/** Reads the numbers of an article and the ids of places in its text. */
export function surveyFile(text: string): SurveyedFile {
  const { yaml, body } = splitFrontMatter(text) ?? { yaml: '', body: text }
  const numbers = takeLabelLines(body).numbers
  const ofHeading = numbers.length > 0 ? undefined : numberOfHeading(body, yaml)
  return { numbers: ofHeading === undefined ? numbers : [ofHeading], anchors: listAnchors(body) }
}

/** `# KB4047329 - SQL Server 2017 build versions`: the number is its own, not that of an update in the title. */
const HEADING_NUMBER = /^#[ \t]+KB(\d{5,7})[ \t]*[-–—:][ \t]/im

function numberOfHeading(body: string, yaml: string): KbNumber | undefined {
  const digits = HEADING_NUMBER.exec(body)?.[1]
  const stated = /^ms\.custom:.*?\bKB(\d{5,7})\b/im.exec(yaml)?.[1]
  return digits === undefined || (stated !== undefined && stated !== digits) ? undefined : toKbNumber(Number(digits))
}

const ANCHOR = /<(?:a|summary|details|div|p|span)\b[^<>\n]*?[ \t](?:name|id)[ \t]*=[ \t]*["']?([^"'>\s]+)/gi

/** Lists the places with an id of their own, each with the id of the heading that it is in. */
function listAnchors(body: string): Map<string, string> {
  const anchors = new Map<string, string>()
  if (!/[ \t](?:name|id)[ \t]*=/i.test(body)) return anchors
  const seen = new Map<string, number>()
  const waiting: string[] = []
  let heading = ''
  for (const { lines, isCode } of splitAtFences(body.split('\n'))) {
    if (isCode) continue
    for (const line of lines) {
      const ids = [...line.matchAll(ANCHOR)].map(([, id = '']) => id.toLowerCase())
      const [, level = '', words] = /^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(#{1,6})[ \t]+(.*)$/.exec(line) ?? []
      if (words !== undefined && level !== '#') heading = nextSlug(headingId(plainWords(words)), seen)
      // A place above a heading belongs to it.
      if (words === undefined && line.replace(/<[^>]*>/g, '').trim() === '') waiting.push(...ids)
      else {
        const all = words === undefined ? ids : [...waiting.splice(0), ...ids]
        for (const id of all) anchors.set(id, heading)
        if (words === undefined && line.trim() !== '') for (const id of waiting.splice(0)) anchors.set(id, heading)
      }
    }
  }
  for (const id of waiting) anchors.set(id, heading)
  return anchors
}

function nextSlug(slug: string, seen: Map<string, number>): string {
  const count = seen.get(slug)
  seen.set(slug, (count ?? -1) + 1)
  return count === undefined ? slug : `${slug}-${count + 1}`
}

/** The words of a line of Markdown, as its heading will have them. */
function plainWords(line: string): string {
  return line
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/#+[ \t]*$/, '')
    .trim()
}
