import { cleanTags } from '@/lib/legacy-import/shared/text-artefacts'
import type { SourceWords } from '@/lib/legacy-import/shared/word-recall'

/**
 * Gives the words of a TXT dump that must be found again. It cuts the dump on its own, so that an error of the parser is
 * seen. Dropped on purpose (the one place where that is said): the header, the sentence above the box, leftovers of an
 * older header before the box, metadata, disclaimer, the labels that became markers, and markup that is not text.
 */
export function txtSourceWords(text: string): SourceWords {
  const start = text.indexOf(`\n${'='.repeat(70)}\n`)
  const end = text.lastIndexOf('\nTHE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE')
  const whole = text
    .slice(start < 0 ? 0 : start + 1, end < 0 ? undefined : end)
    .replace(start < 0 ? HEADER : /^$/, '')
    .replace(/(--|==)<BR>$/gm, '$1')
    .replace(/^\*+ *- (?:WARNING|NOTE|CAUTION|IMPORTANT) - *\*+$/gm, '')
    .replace(/\[ASCII\s+(\d+)\]/g, '[ASCII $1]')
  const box = /^The information in this article applies to:?$/m.exec(whole)
  const boxEnd = box ? whole.indexOf('\n-----', box.index) : 0
  const products = box ? whole.slice(box.index + box[0].length, boxEnd) : ''
  const preface = box ? whole.slice(0, box.index) : ''
  const body = whole.slice(boxEnd).replace(METADATA, '')
  const queryWords = QUERY_WORDS.exec(body)?.[1] ?? ''
  const prose = `${isLeftover(preface) ? '' : preface}\n${body.replace(OLD_METADATA, '')}`
  return {
    body: cleanTags(
      prose
        .replace(LABELS, ' ')
        .replace(DOUBLED_DOWNLOAD, 'Download ')
        .replace(DOUBLED_URL, '$1')
        .replace(GLUED_REFERENCE, '$1 '),
    ),
    frontMatter: `${appliesToWords(products)}\n${queryWords}`,
  }
}

const HEADER = /^(?:DOCUMENT|TITLE|PRODUCT|PROD\/VER|OPER\/SYS|KEYWORDS) *:.*$/gm
const METADATA = /^(?:Keywords|Technology|Version|Issue type|Solution Type|Hardware|Component|Platform) *:.*$/gm
const OLD_METADATA =
  /^ *(?:Additional (?:query|reference) words *:(?:.*\n)(?:(?!KB(?:Sub)?category|\n|={60}).+\n?)*|KB(?:Sub)?category *:.*$)/gim
/** The words of the last paragraph that has any. */
const QUERY_WORDS =
  /^ *Additional (?:query|reference) words *:((?:.*\n)(?:(?!KB(?:Sub)?category|\n|={60}).+\n?)*)(?![\s\S]*^ *Additional (?:query|reference) words *:)/im
/** List markers, the labels of alerts, and the two labels of a reference. */
const LABELS =
  /^[ \t*>]*(?:(?:(?:\(?(?:\d{1,3}|[a-z])\)|(?:\d{1,3}|[a-z])\.|o|[-*\u00b7\u2022\u00a7]+)[ \t]+)*(?:IMPORTANT NOTES?|(?:NOTE|WARNING|CAUTION|IMPORTANT|TIP)S?)(?:[ \t]*:|[ \t]*$)|(?:(?:\(?(?:\d{1,3}|[a-z])\)|(?:\d{1,3}|[a-z])\.|o|[-*\u00b7\u2022\u00a7]+)(?:[ \t]+|$))+|ARTICLE[- ]ID\b *:?|TITLE *:)/gim
const DOUBLED_DOWNLOAD = /DownloadDownload |Download(?=https?:)/g
/** `Q172147Add Printer ...` is a number and a title. */
const GLUED_REFERENCE = /^( *(?:- )?Q\d{5,6})(?=[A-Z][A-Za-z]*:? \S+ \S)/gm
const DOUBLED_URL = /((?:https?|ftp):\/\/\S+)\s+\(\1\)/gi

/** Platforms stand below each of their products; the front matter names each once. */
function appliesToWords(box: string): string {
  const lines = box.replace(/,? on platforms?(?:\(s\))?:/g, '').split('\n')
  return [...new Set(lines)].join('\n')
}

/** A preface without small words is what an older header left: a version, a system, keywords. */
function isLeftover(preface: string): boolean {
  return (preface.match(/\b(?:the|this|is|are|has|not|to|of|in|with|your|you|a|for|or|may)\b/gi)?.length ?? 0) < 3
}
