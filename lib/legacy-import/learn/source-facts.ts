import { replaceBlockHtml } from './block-html'
import { replaceDirectives } from './directives'
import { readFaq } from './faq'
import { expandIncludes } from './includes'
import { splitAtFences } from './outside-code'
import { splitFrontMatter } from './survey-file'
import type { LearnTree } from './tree'

/** What a text has besides words, counted by its lines alone, so that the converter cannot mislead the count. */
export interface FactCount {
  readonly alerts: number
  readonly fences: number
  readonly tables: number
}

const ALERT = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*\[!(?:notes?|tips?|important|warning|caution)\]/i
const TABLE_RULE =
  /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^[ \t>]*\|[ \t]*:?-+:?[ \t]*\|[ \t]*$/

/** Counts the alerts, blocks of code and tables of a Markdown body. */
export function countFacts(body: string): FactCount {
  const stretches = splitAtFences(body.split('\n'))
  const lines = stretches.flatMap(({ isCode, lines: inner }) => (isCode ? [] : inner))
  return {
    alerts: lines.filter((line) => ALERT.test(line)).length,
    fences: stretches.filter(({ isCode }) => isCode).length,
    tables: lines.filter((line, index) => TABLE_RULE.test(line) && (lines[index - 1] ?? '').includes('|')).length,
  }
}

/** Counts them in the source of an article, with its includes. */
export function countSourceFacts(text: string, file: string, tree: LearnTree): FactCount {
  const body = readFaq(text)?.body ?? splitFrontMatter(text)?.body ?? text
  const ignore = () => undefined
  return countFacts(replaceBlockHtml(replaceDirectives(expandIncludes(body, tree.prefix + file, tree, ignore), ignore)))
}
