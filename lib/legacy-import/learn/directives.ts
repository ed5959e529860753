import { mapOutsideCode } from './outside-code'

/**
 * Turns what the dialect adds to Markdown into Markdown: `:::image`, `:::no-loc`, rows, zones, videos and tokens. Code stays as
 * it is; a directive that is not known stays as text, and `onUnknown` gets its name.
 */
export function replaceDirectives(text: string, onUnknown: (name: string) => void): string {
  if (!text.includes(':::') && !text.includes('[!')) return text
  return mapOutsideCode(text, (part) => {
    const changed = part
      .replace(IMAGE, (_, attributes: string) => toImage(attributes))
      .replace(IMAGE_END, '')
      .replace(NO_LOC, (_, value: string) => escapeText(unescapeAttribute(value)))
      .replace(LAYOUT, '')
      .replace(ZONE, (_, indent: string, value: string) => `\n${indent}_${escapeText(value)}_\n`)
      .replace(VIDEO, (_, indent: string, url: string) => `${indent}[Video: ${hostOf(url)}](<${url}>)`)
      .replace(TOKEN, (all, name: string) => TOKENS[name.toLowerCase()] ?? all)
      .split('\n')
      .map(replaceCellAlerts)
      .join('\n')
    for (const [, name = ''] of changed.matchAll(REST)) onUnknown(name)
    return changed
  })
}

const ATTRIBUTES = String.raw`((?:[\w-]+[ \t]*=[ \t]*"(?:[^"\\\n]|\\.)*"[ \t]*)*)`
const IMAGE = new RegExp(String.raw`:::image[ \t]+${ATTRIBUTES}:::`, 'gi')
const IMAGE_END = /^[ \t]*:::image-end:::[ \t]*$/gim
const NO_LOC = /:::no-loc[ \t]+text[ \t]*=[ \t]*"((?:[^"\\\n]|\\.)*)"[ \t]*:::/gi
/** Rows and columns are laid out one below the other. */
const LAYOUT = /^[ \t]*:::(?:row|column|row-end|column-end|zone-end|moniker-end)(?:[ \t]+[^\n]*?)?(?::::)?[ \t]*$/gim
/** What is for one choice of the reader says for which. */
const ZONE = /^([ \t]*):::(?:zone|moniker)[ \t]+(?:target|pivot|range)="([^"\n]*)"[^\n]*$/gim
const VIDEO = /^([ \t]*)(?:>[ \t]*)?\[!VIDEO[ \t]+<?([^\s>\]]+)>?[ \t]*\]/gim
/** A note in a cell: `text<br/><br/>> [!NOTE]<br/>> text` */
const CELL_ALERT = />[ \t]*\[!(note|tip|important|warning|caution)\](?:[ \t]*<br *\/?>)?(?:[ \t]*>[ \t]*)?/gi
const TOKEN = /\[!INCLUDE *(\w+)\]/gi
const TOKENS: Readonly<Record<string, string>> = { ssnoversion: 'SQL Server' }
const REST = /^[ \t]*:::[ \t]*([a-z][\w-]*)|\[!(?:code|INCLUDE)[^\]]{0,100}\]/gim

function replaceCellAlerts(line: string): string {
  const bar = line.indexOf('|')
  if (bar < 0 || bar > line.indexOf('[!')) return line
  return line.replace(
    CELL_ALERT,
    (_, kind: string) => ` ${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}: `,
  )
}

function toImage(attributes: string): string {
  const values = new Map(
    [...attributes.matchAll(/([\w-]+)[ \t]*=[ \t]*"((?:[^"\\\n]|\\.)*)"/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value,
    ]),
  )
  const source = (values.get('source') ?? '').replaceAll('\\', '/').trim()
  return `![${escapeText(unescapeAttribute(values.get('alt-text') ?? ''))}](<${source.replace(/[<>]/g, '')}>)`
}

function unescapeAttribute(value: string): string {
  return value.replace(/\\(["\\])/g, '$1')
}

/** Makes a text stand for itself in Markdown; entities keep their meaning. */
function escapeText(text: string): string {
  return text.replace(/[!-%'-/:-@[-`{-~]/g, (character) =>
    character === ';' || character === '#' ? character : `\\${character}`,
  )
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url.slice(0, 60)
}
