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
