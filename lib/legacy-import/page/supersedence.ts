import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { parseKbNumber } from '@/lib/kb/numbers/kb-number'

/** What a page says about its own replacement, with the sentence that says it. */
export interface PageSupersedence {
  readonly supersededBy: KbNumber | 'unknown'
  readonly supersedenceEvidence: string
}

/**
 * Finds the sentence in which a page says that its own update was replaced, such as `Update Rollup 4 for Exchange Server
 * 2007 has been replaced by a later update rollup.` A sentence about another update, a file or a setting does not count.
 */
export function findPageSupersedence(paragraphs: readonly string[], title: string): PageSupersedence | undefined {
  // Without a title the opening words name the update.
  const subject = NAMED_UPDATE.test(title) ? title : (paragraphs[0] ?? '')
  for (const paragraph of paragraphs) {
    for (const sentence of paragraph.split(/(?<=[.?!]["”)]?)\s+(?=["“(]?[A-Z])/)) {
      const match = REPLACED.exec(sentence)
      if (!match?.[1] || !isOwn(match[1], subject)) continue
      const number = /(?:KB|Q|update |article |\()(\d{5,7})\b/i.exec(sentence.slice(match[0].length))?.[1]
      const supersededBy = number === undefined ? undefined : parseKbNumber(number)
      return { supersededBy: supersededBy ?? 'unknown', supersedenceEvidence: sentence.trim() }
    }
  }
  return undefined
}

/** The subject stands before the verb and says what was replaced; "has not been replaced" does not match. */
const REPLACED =
  /^((?:(?:This|The) )?(?:[A-Z]\S* ?|for |of |the ){0,3}(?:update rollup|security update|cumulative update|service pack|hotfix|update|article)\b[^.]*?) (?:has|have) been (?:replaced|superseded) by\b/i

const NAMED_UPDATE = /(?:update rollup|service pack|cumulative update) \d+/i

/** `This update` is the page's own; `Update Rollup 4 for X` is, if title or opening words name the same rollup. */
function isOwn(subject: string, own: string): boolean {
  if (/\b(?:file|value|setting|version \S+ of|entry|section|key)\b/i.test(subject)) return false
  if (
    /^(?:this|the) (?:update rollup|security update|cumulative update|service pack|hotfix|update|article)\b(?! \d)/i.test(
      subject,
    )
  )
    return true
  const name = NAMED_UPDATE.exec(subject)?.[0]
  return name !== undefined && new RegExp(`\\b${name}\\b(?!\\d)`, 'i').test(own)
}
