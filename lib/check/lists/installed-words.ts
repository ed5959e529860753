import { isPrompt } from '@/lib/check/records/lines'
import { saysNot } from './not-installed'
import { hasPlainWordsOnly } from './plain-words'

const INSTALLED =
  /(?<![\p{L}\p{N}-])(?:installed|installiert(?:e[rsnm]?)?|install[ée]e?s?|instalad[oa]s?|installat[aieo]|geïnstalleerde?|zainstalowan\p{L}+|установлен\p{L}*)(?![\p{L}\p{N}])|已安[装裝]|インストール(?:済み|され)|설치된/iu
/** `Are these installed`, and any question with its mark. */
const QUESTION =
  /\?|^\P{L}*(?:is|are|has|have|ist|sind|haben|hat|est|sont|está|están|sono|estão|zijn|is het)\s(?!installed\b)/iu
/** What updates are called, and words beside it that change nothing. */
const UPDATES = /^(?:kbs?|hot-?fix(?:\(?e?s\)?)?|hotfixids?|patch(?:es)?|updates?|roll-?ups?)$/i
const NEUTRAL =
  /^(?:all|applied|current|currently|the|and|on|this|of|list|numbers?|nos?\.?|nr\.?|ids?|articles?|security|windows|exchange|server|computer|hot|fix(?:es)?)$/i

/** What stands above updates that somebody recommends, wants or refers to. */
const OTHER_HEADING =
  /\b(?:install(?:s|ing|er|ieren|are|eren)?|instalar|zu installier\w+|deploy|apply|please|bitte|patch (?:these|those|them|the|all|both|it)|change request|try|use|get|latest|newest|target|goal|next|recommend\w*|suggest\w*|offer\w*|want\w*|remov\w*|revert\w*|rolled back|withdrawn|download\w*|see|look\w*|read|references?|related|similar|relevant|supersed\w*|replac\w*|affected|fix(?:es)?(?: is| are)?|solutions?|candidates?|upcoming|schedul\w*|soll|ziel|empf\w+|siehe|nächste\w*|entfern\w*)\b|\?\s*$/i
/** The command that printed the list stands above it. */
const NAMES_TOOL = /\b(?:wmic|qfe|get-hotfix|systeminfo|psinfo|dism|hotfixid|output|ausgabe)\b/i
/** A longer line is not about the list below it. */
const MAX_LABEL = 160

/**
 * Tells whether a line above a list says that its updates are anything else than installed: missing, planned, recommended. One that
 * speaks of installed updates may say nothing beside.
 */
export function saysOther(above: string): boolean {
  if (isPrompt(above)) return false
  const line = lastSentence(above)
  if (line.length > MAX_LABEL) return false
  if (INSTALLED.test(line)) return !saysInstalled(line) && !(NAMES_TOOL.test(line) && !saysNot(line))
  return saysNot(line) || (OTHER_HEADING.test(line) && !NAMES_TOOL.test(line))
}

/** Gives the sentence that introduces a list: the last of a line that ends in a colon, or else the whole line. */
export function lastSentence(line: string): string {
  return /:[\s*_]*$/.test(line) ? (line.split(/[.;!]\s+/).at(-1) ?? line) : line
}

/** Tells whether the name of a column or a heading says that what it holds is installed, and nothing else about it. */
export function saysInstalled(name: string): boolean {
  return INSTALLED.test(name) && hasPlainWordsOnly(name) && !QUESTION.test(name)
}

/** Tells whether the name of a column says that it holds updates that are installed, or only that it holds updates. */
export function isColumnOfInstalled(name: string): boolean {
  if (saysInstalled(name)) return true
  const words = name.split(/[\s_*:=]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.some((word) => UPDATES.test(word)) && words.every((word) => UPDATES.test(word) || NEUTRAL.test(word))
}
