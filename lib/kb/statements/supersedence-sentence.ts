import { LABEL, UPDATE, uncertain } from './wording'

/** What a sentence says about the article's own update. */
export interface SupersedenceSentence {
  /** The role of the own update: the subject replaces, the object is replaced. */
  readonly own: 'subject' | 'object'
  /** The only section of the other article that is replaced. */
  readonly part?: string
}

/** Tells whether a text may state supersedence: a quick check that is never wrong when it says no. */
export function mayStateSupersedence(text: string): boolean {
  return /uperse[cd]|uperce|eplace/.test(text)
}

/**
 * Parses a sentence that states supersedence: it is about the article's own update, not negated, and an update is replaced.
 * `The information in this article supersedes ...` is about texts and `A replaces the file B` about files. `Lsa-fix has been
 * superseded by Lsa2-fix.` names no article, so the successor is unknown.
 */
export function parseSupersedence(sentence: string, title: string): SupersedenceSentence | undefined {
  const text = sentence.replace(LABEL, '').replace(/[“”]/g, '"')
  if (UNCERTAIN.test(text.replace(/"[^"]*"/g, ''))) return undefined
  const part = PART.exec(text)
  if (part) return { own: 'subject', part: part[1] }
  if (/\bsections?\b/i.test(text)) return undefined
  if (SUPERSEDES.test(text)) return { own: 'subject' }
  if (SUPERSEDED.test(text) || OTHER_SUPERSEDES_IT.test(text) || NICKNAMES.test(text)) return { own: 'object' }
  const name = NAMED.exec(text)?.[1]
  return name !== undefined && isOwnName(name, title) ? { own: 'object' } : undefined
}

const UNCERTAIN = uncertain('if', 'when')

const THIS_UPDATE = `(?:this|the) ${UPDATE}(?: (?:that is )?(?:described|discussed|documented) in this article)?`
const DESCRIBED = '(?:referred to|referenced|described|discussed|documented|listed|provided|available)'
const OTHER_UPDATE = `(?:(?:the|all|any) )?(?:previously released |original )?${UPDATE}(?:e?s)?(?: (?:that )?(?:is|are|was|were))?(?: ${DESCRIBED})?`
const ELSEWHERE =
  '(?:in|from|for|by) (?:the following|(?:Microsoft )?(?:Knowledge Base )?article|Microsoft Knowledge Base|(?:KB|Q) ?\\d)'
const SUPERSEDE = '(?:supersedes?|supercedes?|replaces|is a replacement for)'
const IS_SUPERSEDED = '(?:is|are|was|were|has been|have been) (?:now )?(?:superseded|superceded|replaced) by'

const SUPERSEDES = new RegExp(
  `^${THIS_UPDATE} (?:applies to [^.]{1,60}? and )?${SUPERSEDE} ${OTHER_UPDATE} (?:${ELSEWHERE}|\\(?(?:KB|Q)? ?\\d{5,7}\\b)`,
  'i',
)
const PART = new RegExp(
  `^${THIS_UPDATE} ${SUPERSEDE} ${OTHER_UPDATE} in the "([^"]{3,200})" section of (?:the following|(?:Microsoft )?Knowledge Base|article)`,
  'i',
)
const LATER_UPDATE = `(?:a|the) (?:later|newer|more recent|latest|subsequent) ${UPDATE}`
const SUPERSEDED = new RegExp(
  `^${THIS_UPDATE} ${IS_SUPERSEDED} (?:${OTHER_UPDATE} ${ELSEWHERE}|${LATER_UPDATE}|(?:the )?${UPDATE} \\(?(?:KB|Q)? ?\\d{5,7}\\b)`,
  'i',
)
/** `The hotfix that is described in the following Knowledge Base article now supercedes it:` (Q303397). */
const OTHER_SUPERSEDES_IT = new RegExp(
  `^the ${UPDATE} (?:(?:that is )?${DESCRIBED} in|for) the following (?:Microsoft )?Knowledge Base article (?:now )?${SUPERSEDE} (?:it|the original ${UPDATE})[.:]`,
  'i',
)
/** `Lsa-fix has been superseded by Lsa2-fix.`: hotfixes of Windows NT 4.0 have nicknames (Q154087). */
const NICKNAMES = /^[A-Z]\w*-fix(?:(?:, | and )[A-Z]\w*-fix)* ha(?:s|ve) been superseded by (?:the )?[A-Z]\w*-fix\.$/i
const NAMED = new RegExp(`^(?:the )?(.{6,100}?) ${IS_SUPERSEDED} (?:a|an|the) .{3,120}?(?:${UPDATE}|upgrade)`, 'i')

/** `The PPTP Performance Update has been replaced by ...` is about the own update if the title names it. */
function isOwnName(name: string, title: string): boolean {
  if (!new RegExp(`${UPDATE}\\b`, 'i').test(name)) return false
  if (/\b(?:files?|values?|settings?|entry|key)\b/i.test(name)) return false
  const own = withoutMaker(title)
  const named = withoutMaker(name)
  const at = own.indexOf(named)
  // `Update Rollup 1` does not name `Update Rollup 10`.
  return at !== -1 && !/^\d/.test(own.slice(at + named.length))
}

/** `Update Rollup 4 for Microsoft Exchange Server 2007` and `Update Rollup 4 for Exchange Server 2007` are one name. */
function withoutMaker(name: string): string {
  return name.toLowerCase().replace(/\bmicrosoft /g, '')
}
