/** The standard sections of an article, as pages print them. */
const CANONICAL = new Set([
  'summary',
  'introduction',
  'symptoms',
  'cause',
  'resolution',
  'workaround',
  'status',
  'more information',
  'references',
])

/** Sub-headings that the same editors used on thousands of pages. */
const VOCABULARY = [
  'prerequisites?',
  'restart (?:requirements?|information)',
  'removal information',
  'known issues?(?: .*)?',
  '(?:supported )?hotfix (?:download |replacement )?information',
  'hotfix replacement information',
  '(?:security )?update (?:rollup |replacement |download )?information',
  '(?:security )?update rollup information',
  'service pack information',
  '(?:file|registry|installation|deployment|download|support|additional|software update) information',
  'information about .*',
  'how to obtain .*',
  'steps to reproduce .*',
  'issues that (?:the|this) .* (?:fixes|resolves)',
  '(?:method|step|option|example|scenario) \\d+(?:\\s?[:.-] ?.+)?',
  'properties',
  'overview',
  'details',
  'notes?',
]
const VOCABULARY_LINE = new RegExp(`^(?:${VOCABULARY.join('|')})$`, 'i')

/** Names of sections that may stand glued before a sentence, longest first. */
export const FUSED_SUBHEADINGS =
  'Service pack information|Update rollup information|Security update information|Update information|Hotfix information|Hotfix replacement information|File information|Registry information|Installation information|Removal information|Download information|Restart requirements?|Restart information|Prerequisites|Known issues?|Service Pack Information|Update Rollup Information|Hotfix Information|File Information|Registry Information|Removal Information|Restart Requirements?'

/** Tells whether `text` is the name of a standard section, in any case. */
export function isCanonicalHeading(text: string): boolean {
  return CANONICAL.has(text.toLowerCase())
}

/** Tells whether `text` is a standard section in capitals, which cannot be anything else. */
export function isCapitalHeading(text: string): boolean {
  return text === text.toUpperCase() && isCanonicalHeading(text)
}

/** Tells whether `text` is a heading that the pages used again and again. */
export function isVocabularyHeading(text: string): boolean {
  if (isCanonicalHeading(text)) return true
  return /^[A-Z]/.test(text) && hasHeadingShape(text) && VOCABULARY_LINE.test(text) && !/^notes?$/i.test(text)
}

/** Tells whether `text` could be a heading by its looks: short, begins with a capital, no end mark, no path or value. */
export function hasHeadingShape(text: string): boolean {
  if (text.length > 110 || text.split(' ').length > 14) return false
  if (!/^["'“]?[A-Z]/.test(text) || !/[a-zA-Z)?"”’\d]$/.test(text)) return false
  if (/https?:|\\|[=|{}<>;]|\.\w{2,4}$|^HKEY_|^-or-$/i.test(text)) return false
  // A label and its value, or the words before a quoted message: `Error Code: 0x80070643`.
  return !/:\s*\S/.test(text) || /^(?:method|step|option|example|issue|scenario) \d+\s*:/i.test(text)
}

/** Tells whether `text` ends as a sentence does; a line that does not goes on in the next one. */
export function endsSentence(text: string): boolean {
  return /[.?!:"”][)'’]?$/.test(text)
}
