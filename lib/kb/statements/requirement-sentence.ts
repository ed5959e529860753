import { LABEL, UPDATE, uncertain } from './wording'

/** Tells whether a text may state a requirement: a quick check that is never wrong when it says no. */
export function mayStateRequirement(text: string): boolean {
  return /equires?\b|efore (?:you )?(?:appl|install)|must (?:apply|install)|must (?:first )?(?:have|be)/.test(text)
}

/**
 * Parses what the article's own update requires: `This fix requires the Directory fix from the following article:` gives `the
 * Directory fix from the following article`. Requirements of features and of readers do not count.
 */
export function parseRequirement(sentence: string): string | undefined {
  const text = sentence.replace(LABEL, '').replace(BECAUSE, '')
  if (UNCERTAIN.test(text)) return undefined
  for (const pattern of PATTERNS) {
    const rest = pattern.exec(text)?.groups?.required
    if (rest !== undefined) return rest.replace(/[.:]+$/, '')
  }
  return undefined
}

const BECAUSE = /^(?:because of|due to) file dependencies, /i
const UNCERTAIN = uncertain('if', 'when', 'either', 'or')
const PATTERNS = [
  new RegExp(`^(?:this|the) ${UPDATE} (?:also )?requires (?:that )?(?<required>.{3,300})$`, 'i'),
  new RegExp(
    `^you must (?:first )?(?:apply|install|have) (?<required>.{3,200}?)(?: installed)? before (?:you (?:apply|install)|applying|installing) (?:this|the) (?:\\w+ )?${UPDATE}\\b`,
    'i',
  ),
  new RegExp(
    `^before (?:you (?:apply|install)|applying|installing) (?:this|the) (?:\\w+ )?${UPDATE}, (?:you must )?(?:first )?(?:apply|install) (?<required>.{3,300})$`,
    'i',
  ),
  new RegExp(
    `^to (?:apply|install) (?:this|the) ${UPDATE}, (?:you must (?:have|be running)|the computer must be running) (?<required>.{3,300}?)(?: installed)?[.:]?$`,
    'i',
  ),
]
