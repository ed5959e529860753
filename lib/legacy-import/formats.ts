import { convertHtml } from './html/to-record'
import { jekyllSourceWords } from './jekyll/source-words'
import { convertJekyll } from './jekyll/to-record'
import { isFaq } from './learn/faq'
import { countSourceFacts, type FactCount } from './learn/source-facts'
import { learnSourceWords } from './learn/source-words'
import { convertLearn } from './learn/to-record'
import type { LearnTree } from './learn/tree'
import { pageSourceWords } from './page/source-words'
import { convertPageText } from './page/to-record'
import type { Conversion } from './shared/legacy-record'
import type { SourceWords } from './shared/word-recall'
import { convertTxt } from './txt/convert-txt'
import { txtSourceWords } from './txt/source-words'

/** One format of legacy articles. */
export interface LegacyFormat {
  readonly name: 'txt' | 'jekyll' | 'learn' | 'html' | 'page-text'
  /** Tells whether a decoded dump that begins with `start` is of this format. */
  readonly detect: (start: string) => boolean
  /** Converts a dump, whatever its text, without throwing. `tree` is the repository around it, where there is one. */
  readonly convert: (text: string, file: string, tree: LearnTree) => Conversion
  /** The words that must be found again. Absent for HTML: only its converter tells words from the page around them. */
  readonly sourceWords?: (text: string, file: string, tree: LearnTree) => SourceWords
  /** Alerts, blocks of code and tables that must be there as well. Absent where the source does not mark them. */
  readonly sourceFacts?: (text: string, file: string, tree: LearnTree) => FactCount
}

/** In the order in which they are tried. */
const FORMATS: readonly LegacyFormat[] = [
  {
    name: 'txt',
    detect: (start) => /^DOCUMENT\s*:/.test(start),
    convert: convertTxt,
    sourceWords: txtSourceWords,
  },
  {
    name: 'jekyll',
    detect: (start) => /^---\n/.test(start) && /^\{% raw %\}|^layout:/m.test(start),
    convert: convertJekyll,
    sourceWords: jekyllSourceWords,
  },
  {
    name: 'learn',
    detect: isLearn,
    convert: convertLearn,
    sourceWords: learnSourceWords,
    sourceFacts: countSourceFacts,
  },
  { name: 'html', detect: isHtml, convert: convertHtml },
]

/** What is nothing else is the text of a page. */
const PAGE_TEXT: LegacyFormat = {
  name: 'page-text',
  detect: () => true,
  convert: convertPageText,
  sourceWords: pageSourceWords,
}

/** Gives the format of a decoded dump by how it begins; `undefined` for what is surely none of them. */
export function detectFormat(text: string): LegacyFormat | undefined {
  const start = text.slice(0, LONGEST_START).trimStart()
  return FORMATS.find(({ detect }) => detect(start)) ?? (isForeign(start) ? undefined : PAGE_TEXT)
}

/** Front matter that no format has, JSON, YAML of a site, a script. */
function isForeign(start: string): boolean {
  return /^(?:---[ \t]*\n[\w.-]+:|[[{]\s*["{[\]}]|#+ *YamlMime:|#!\/)/i.test(start)
}

/** Front matter with the fields of Microsoft's site, or a page of its questions. */
function isLearn(start: string): boolean {
  return isFaq(start) || (/^---[ \t]*\n/.test(start) && /^ms\.[\w.]+:/m.test(start))
}

/** Comments of the program that saved a page may stand before its first tag. */
const LONGEST_START = 4000

/** A page begins with a tag, over comments and an XML declaration; a placeholder such as `<servername>` is no tag. */
function isHtml(start: string): boolean {
  const first = start.replace(/^(?:\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->))+/, '').trimStart()
  if (/^<(?:!doctype html|html|head|body)\b/i.test(first)) return true
  // A part of a page, as an editor or a browser saves it: a tag that is closed again.
  const tag = /^<(div|table|h[1-6]|p|center|span|font|ul|ol|article|section|main|title|form)\b[^>]*>/i.exec(first)?.[1]
  return tag !== undefined && new RegExp(`</${tag}\\s*>`, 'i').test(start)
}
