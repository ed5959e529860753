import { NOT_INSTALLED } from './update-entries'

const INSTALLED =
  /(?<![\p{L}\p{N}-])(?:installed|installiert(?:e[rsnm]?)?|install[ée]e?s?|instalad[oa]s?|installat[aieo]|geïnstalleerde?|zainstalowan\p{L}+|установлен\p{L}*)(?![\p{L}\p{N}])|已安[装裝]|インストール(?:済み|され)|설치된/iu
/** What is perhaps installed, or was. */
const UNCERTAIN =
  /\b(?:if|once|when|cannot|can't|could|would|may|might|before|until|unless|please|wenn|falls|wird|sobald|bevor|zu|last|next|previously|formerly)\b|\?/i
/** What updates are called, and words beside it that change nothing. */
const UPDATES = /^(?:kbs?|hot-?fix(?:\(?e?s\)?)?|hotfixids?|patch(?:es)?|updates?|roll-?ups?)$/i
const NEUTRAL =
  /^(?:all|applied|current|currently|the|and|on|this|of|list|numbers?|nos?\.?|nr\.?|ids?|articles?|security|windows|exchange|server|computer|hot|fix(?:es)?)$/i

/** What stands above updates that somebody recommends, wants or refers to. */
const OTHER_HEADING =
  /\b(?:install(?:er|ieren|are|eren)?|instalar|zu installier\w+|deploy|apply|try|use|get|latest|newest|target|goal|next|recommend\w*|suggest\w*|offer\w*|want\w*|remov\w*|revert\w*|rolled back|withdrawn|download\w*|see|look\w*|read|references?|related|similar|relevant|supersed\w*|replac\w*|affected|fix(?:es)?(?: is| are)?|solutions?|candidates?|upcoming|schedul\w*|soll|ziel|empf\w+|siehe|nächste\w*|entfern\w*)\b|\?\s*$/i
/** The command that printed the list stands above it. */
const NAMES_TOOL = /\b(?:wmic|qfe|get-hotfix|systeminfo|psinfo|dism|hotfixid|output|ausgabe)\b/i
const MAX_LABEL = 80

/** Tells whether a line above a list says that its updates are anything else than installed: missing, planned, recommended. */
export function saysOther(line: string): boolean {
  if (line.length > MAX_LABEL || NAMES_TOOL.test(line)) return false
  return NOT_INSTALLED.test(line) || (OTHER_HEADING.test(line) && !INSTALLED.test(line))
}

/** Tells whether the name of a column or a heading says that what it holds is installed, and nothing else about it. */
export function saysInstalled(name: string): boolean {
  return INSTALLED.test(name) && !NOT_INSTALLED.test(name) && !UNCERTAIN.test(name)
}

/** Tells whether the name of a column says that it holds updates that are installed, or only that it holds updates. */
export function isColumnOfInstalled(name: string): boolean {
  if (saysInstalled(name)) return true
  const words = name.split(/[\s_*:=]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.some((word) => UPDATES.test(word)) && words.every((word) => UPDATES.test(word) || NEUTRAL.test(word))
}
