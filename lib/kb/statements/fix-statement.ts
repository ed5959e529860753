import { LABEL, UPDATE, uncertain } from './wording'

/** Tells whether a text may say what is fixed: a quick check that is never wrong when it says no. */
export function mayStateFixes(text: string): boolean {
  return /[Ff]ix|FIX|orrect|esolve|ddress|olves|CORRECT|RESOLVE/.test(text)
}

/** Tells whether a heading announces the problems that the article's update fixes. */
export function isFixHeading(heading: string): boolean {
  return FIX_HEADING.test(heading.replace(/\*/g, '').trim())
}

/** Tells whether a title makes the whole article a list of fixes. */
export function isFixListTitle(title: string): boolean {
  return FIX_TITLE.test(title) && !/\b(?:confirmed|known)\b/i.test(title)
}

/** Tells whether a sentence at the beginning makes the whole article a list of fixes. */
export function isFixListOpening(sentence: string): boolean {
  return OPENINGS.some((pattern) => pattern.test(sentence))
}

/** Tells whether a sentence that ends in a colon announces fixes. */
export function isFixLead(sentence: string): boolean {
  const text = sentence.replace(/^in addition to [^,]{3,200}, /i, '').replace(LABEL, '')
  return !UNCERTAIN.test(text) && LEADS.some((pattern) => pattern.test(text))
}

/** Tells whether a sentence of an article that is a list of fixes announces more of them. */
export function continuesFixList(sentence: string): boolean {
  return CONTINUATIONS.some((pattern) => pattern.test(sentence))
}

/** Tells whether a section of an article that is a list of fixes has other references. */
export function isBesideFixList(section: string | undefined): boolean {
  return (
    section !== undefined &&
    /^(?:references|known (?:issues|problems)|additional information|applies to)\b/i.test(section)
  )
}

/** Tells whether a heading only divides the list below another heading. */
export function dividesFixList(heading: string): boolean {
  return /^(?:u\.s\. )?service packs? \d\w?(?: (?:continued|fixes))?$/i.test(heading)
}

/** Tells whether a cited title is not a problem, but another list or instructions to get an update. */
export function isListTitle(title: string): boolean {
  return /\b(?:List of (?:\w+ ){0,2}(?:Bugs|Problems|Fixes|Fixed)|Fix ?list|Bug ?list|Bugs Fixed in|How to (?:Obtain|Get) |Readme(?:\.txt)?|Release Notes)\b/i.test(
    title,
  )
}

const PROBLEMS = '(?:bugs?|problems?|issues?|fixes|vulnerabilities|hot ?fixes)'
const FIXED = '(?:fixed|corrected|resolved|addressed|solved)'
const FIXES = '(?:fixes|corrects|resolves|addresses|solves)'
const UNCERTAIN = uncertain('if', 'when', 'latest', 'earlier', 'previous', 'later', 'known', 'introduced')

const FIX_HEADING = new RegExp(
  `^(?:\\d[\\d.]* +)?(?:(?:the )?list of (?:${PROBLEMS} ${FIXED}(?: in .*)?|(?:bug )?fixes)|(?:bug )?fixes(?: (?:that are )?(?:included|contained|released|in)\\b.*)?|fix ?list(?: for .*)?|(?:the )?${PROBLEMS} (?:that )?(?:(?:are|were|is) )?(?:${FIXED}|included) (?:in|by)\\b.*|(?:the )?issues that (?:the|this) ${UPDATE} ${FIXES}|(?:issues|problems) ${FIXED}|summary list for .*(?:hotfix bundle|service pack|service release).*|service pack \\d+\\w? fixes\\b.*)$`,
  'i',
)
const FIX_TITLE =
  /\b(?:list of (?:bugs fixed|fixed (?:bugs|problems)|fixes|problems (?:solved|fixed|corrected))|bugs fixed (?:in|by)|fix ?list\b|fixes in .*service pack)/i
const OPENINGS = [
  new RegExp(
    `^this article (?:is|lists|contains|provides) .{0,120}\\b(?:bugs|problems|issues|fixes)\\b(?: (?:that|which))?(?: (?:are|were|have been|is))? (?:${FIXED}|included)\\b`,
    'i',
  ),
  /^the following (?:table|list) (?:lists|contains) (?:.{0,80} )?(?:fixed|corrected) problems (?:in|included in) /i,
  /^this article lists .{0,80}knowledge base articles (?:for|documenting) (?:bug fixes|problems that are fixed)\b/i,
]
const CONTINUATIONS = [
  new RegExp(
    `^for (?:additional|more|further) information(?: about the ${PROBLEMS} (?:that )?(?:(?:are|were|is) )?(?:${FIXED}|included|contained) in .*)?, click the article numbers below`,
    'i',
  ),
  /^in addition to .* (?:introduces|includes|contains) the following (?:bug )?fixes:$/i,
  /^in addition to these fixes, .* also (?:includes|contains):$/i,
]
const LEADS = [
  new RegExp(
    `^(?:this|the|these) ${UPDATE} (?:also )?(?:${FIXES}|(?:contains?|includes?) (?:the )?(?:fix|fixes|hot ?fixes|updates|following fixes)\\b)`,
    'i',
  ),
  new RegExp(`^(?:this|the) ${UPDATE} (?:also )?(?:${FIXES}|contains|includes) .{0,60}\\bfollowing ${PROBLEMS}`, 'i'),
  new RegExp(`^the ${UPDATE} (?:that is described )?in this article (?:also )?${FIXES} the ${PROBLEMS}`, 'i'),
  /^this (?:hot ?fix|fix|patch|update) also includes the (?:hot ?)?fix/i,
  /^these (?:fixes|patches|updates) (?:address|fix|correct|resolve)\b/i,
  new RegExp(
    `^the following ${PROBLEMS} (?:is|are|were|have been) (?:also )?(?:${FIXED}|included)(?: (?:in|by|with) (?:this|the) .{0,60}${UPDATE}.*)?:$`,
    'i',
  ),
  new RegExp(`^.{3,120}\\b${UPDATE}(?: .{1,80})? ${FIXES} the ${PROBLEMS} that are described in the following`, 'i'),
  new RegExp(
    `^microsoft has released .{0,80}\\b${UPDATE}\\b.{0,160}\\bthat includes (?:updates|fixes) for the ${PROBLEMS}`,
    'i',
  ),
]
