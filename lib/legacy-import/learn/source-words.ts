import type { SourceWords } from '@/lib/legacy-import/shared/word-recall'
import { replaceBlockHtml } from './block-html'
import { replaceDirectives } from './directives'
import { readFaq } from './faq'
import { expandIncludes } from './includes'
import { takeLabelLines } from './label-lines'
import { mapOutsideCode } from './outside-code'
import { splitProducts } from './products'
import { splitFrontMatter } from './survey-file'
import type { LearnTree } from './tree'

/** The words of an article's source without its markup: those of its title and product line in the front matter. */
export function learnSourceWords(text: string, file: string, tree: LearnTree): SourceWords {
  const path = tree.prefix + file
  const body = readFaq(text)?.body ?? splitFrontMatter(text)?.body ?? text
  const { body: unlabeled, products } = takeLabelLines(body)
  const title = /^#[ \t]+(.*)$/m.exec(replaceBlockHtml(unlabeled))?.[1] ?? ''
  const ignore = () => undefined
  const expanded = replaceBlockHtml(replaceDirectives(expandIncludes(unlabeled, path, tree, ignore), ignore))
  return {
    body: mapOutsideCode(expanded.replace(/^#[ \t]+.*$/m, ''), withoutMarkup).replace(FENCE_LINE, ''),
    frontMatter: withoutMarkup(`${title.replace(/^KB\s?\d+\s*[-–—:]\s/i, '')}\n${splitProducts(products).join('\n')}`),
  }
}

/** The language of a block of code is no word of the text. */
const FENCE_LINE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?:`{3,}|~{3,})[^`\n]*$/gm

/** Takes away addresses, tags and markers; what is left is what a reader saw. */
function withoutMarkup(text: string): string {
  return (
    text
      .replace(/\]\([ \t]*<[^<>\n]*>[ \t]*(?:"[^"\n]*")?\)/g, ']')
      .replace(/\]\([ \t]*(?:[^()\s]|\([^()\s]*\))*(?:[ \t]+"[^"\n]*")?[ \t]*\)/g, ']')
      .replace(/^[ \t>]*\[[^\]\n]+\]:[ \t]*\S+.*$/gm, '')
      .replace(/<xref:[^>\n]*>/gi, '')
      .replace(/<sup>(\d+)<\/sup>/gi, (_, digits: string) =>
        digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit),
      )
      // What surrounds part of a word without a mark of Markdown leaves the word whole.
      .replace(/<\/?(?:sup|sub|kbd|span|mark|u|font|small|big)(?![\w:.-])[^<>\n]*>/gi, '')
      .replace(/<\/?(?:br|b|strong|i|em|a|code|tt|ul|ol|li|p|div|center|blockquote)(?![\w:.-])[^<>\n]*>/gi, ' ')
      .replace(/\[!(?:notes?|tips?|important|warning|caution|div[^\]]*)\]/gi, ' ')
      .replace(/^[ \t>]*(?:(?:\d{1,9}[.)]|[-*+])[ \t]+)+/gm, '')
      .replace(/&([a-z]\w*);/gi, (_, name: string) => ENTITIES[name] ?? ' ')
      .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
        characterOf(Number.parseInt(code, hex === '' ? 10 : 16)),
      )
  )
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
}
