import { FIRST_LINE, type ForeignText, listFrontMatterFaults } from '@/lib/content/parse-front-matter'
import type { Fault } from './fault'

/** Lists everything that is wrong with a front matter, `yaml` being the lines between its dashes. */
export function checkFrontMatter(file: string, yaml: string, foreign?: ForeignText): Fault[] {
  const faults = listFrontMatterFaults(yaml, file, foreign).map(
    ({ line, column, message }): Fault => ({ file, line, column, message, rule: 'front-matter', level: 'error' }),
  )
  return [...faults, ...yaml.split('\n').flatMap((line, place) => checkLine(file, line, FIRST_LINE + place))]
}

/** A plain value on one line, which YAML reads otherwise than it looks. */
const PLAIN_VALUE = /^(\s*(?:- +)?(?:[\w-]+: +)?)(?!["'[{|>#-])(\S.*)$/

function checkLine(file: string, text: string, line: number): Fault[] {
  const [, before = '', value = ''] = PLAIN_VALUE.exec(text) ?? []
  if (value === '' || !/[:-] +$/.test(before)) return []
  const comment = value.search(/\s#/)
  if (/^[&*!%@`]/.test(value)) {
    const message = `The value begins with "${value.charAt(0)}", which YAML reads as a sign. Put the value in quotes.`
    return [{ file, line, column: before.length + 1, message, rule: 'yaml-anchor', level: 'error' }]
  }
  if (comment < 0) return []
  const message = `The value ends before " #", which begins a comment. Put the value in quotes.`
  return [{ file, line, column: before.length + comment + 1, message, rule: 'yaml-comment', level: 'error' }]
}
