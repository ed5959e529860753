import { UPDATE, uncertain } from './wording'

/** Tells whether a text may say where a problem was fixed: a quick check that is never wrong when it says no. */
export function mayStateFixedIn(text: string): boolean {
  return /(?:ed|ded) (?:in|by|with) |hotfix/.test(text)
}

/**
 * Parses the words that name the releases with the fix: `This problem was first corrected in Windows NT 4.0 Service Pack
 * 4.0.` gives `Windows NT 4.0 Service Pack 4.0`. Sentences about similar problems give nothing.
 */
export function parseFixedIn(sentence: string): string | undefined {
  const match = FIXED_IN.exec(sentence)
  if (!match || OTHER_PROBLEM.test(sentence)) return undefined
  const start = match.index + match[0].length
  const rest = sentence.slice(start, start + LONGEST_REST).replace(ABBREVIATION, '')
  const end = /(?<!\b[A-Z])\.(?=\s|$)|[;(:|\\]|, (?:which|and is|but|see|available|build)\b/.exec(rest)
  if (!end && rest.length === LONGEST_REST) return undefined
  return (end ? rest.slice(0, end.index) : rest).trim().replace(/[.,]+$/, '')
}

/** Tells whether a sentence says that an update it names fixes the article's own problem. */
export function isFixedInArticle(sentence: string): boolean {
  return (
    !UNCERTAIN.test(sentence) && !OTHER_PROBLEM.test(sentence) && ARTICLES.some((pattern) => pattern.test(sentence))
  )
}

/** A sentence may name two releases, with about a hundred characters each. */
const LONGEST_REST = 300

/** `Service Release 2 (SR-2)`, `Professional Development System (PDS) Version 7.10` */
const ABBREVIATION = / \((?:PDS|HRP|SMS|S[PR]-?\d\w?)\)/g
const FIXED_IN =
  /\b(?:(?:this|these|the|both) (?:\w+ )?(?:problem|issue|bug|behavior|error|limitation|vulnerability|feature)s?|this|it|which) (?:was|were|is|are|has been|have been|has) (?:(?:first|also|later|since|originally|now) )?(?:been )?(?:(?:first|also) )?(?:corrected|fixed|resolved) in (?=the |an? |[A-Z])/i
const OTHER_PROBLEM =
  /\b(?:most|some) cases\b|\bpartially\b|\b(?:similar|related|another|other) (?:problem|issue|bug|error)|\b(?:bug|problem) (?:mentioned|described) in (?:article|the|Microsoft|Knowledge)/i
const UNCERTAIN = uncertain('before', 'except')
const ARTICLE =
  '(?:the following (?:Microsoft )?(?:Knowledge Base )?articles?|(?:Microsoft )?(?:Knowledge Base )?(?:Q-)?article \\(?(?:KB|Q)? ?\\d{5,7}|(?:KB|Q) ?\\d{5,7})'
const ARTICLES = [
  new RegExp(
    `^(?:this|the) (?:problem|issue|bug|behavior) (?:is|was|has been) (?:also )?(?:corrected|fixed|resolved|addressed) (?:in|by|with) the (?:${UPDATE} (?:that is )?(?:included |described |discussed )?(?:in|from|for) ${ARTICLE}|(?:KB|Q) ?\\d{5,7} ${UPDATE})`,
    'i',
  ),
  new RegExp(
    `^(?:this|the) ${UPDATE}(?: for this (?:problem|issue|bug))? (?:is|was|has been) (?:also )?included (?:in|with) (?:(?:the ${UPDATE} (?:in|from|for) )?${ARTICLE}|the "MS\\d\\d-\\d{3}: )`,
    'i',
  ),
  new RegExp(
    `^(?:if you want to|to) (?:resolve|fix|correct) the (?:problem|issue)(?: that is)? described in this article, (?:you must )?install the ${UPDATE} (?:that is )?(?:described in|included in|for) (?:this )?(?:Microsoft )?(?:Knowledge Base )?article \\(?(?:KB|Q)`,
    'i',
  ),
  new RegExp(
    `^to resolve this problem, install the ${UPDATE} that is included in Microsoft Knowledge Base article (?:KB|Q)`,
    'i',
  ),
]
