/** The words for an update, as the source of a pattern. */
export const UPDATE =
  '(?:hot ?fix(?:es)?|fix|patch|patches|(?:security |cumulative |software )?updates?(?: rollup)?|rollup|service (?:pack|release)|(?:(?:hotfix )?rollup |cumulative )?package|bundle|SRP|HRP|release)'

/** Labels before a sentence: `Note that `, `IMPORTANT: `. */
export const LABEL = /^(?:note|important|warning|caution)s?(?: that)?:? +/i

/** Makes a pattern for sentences that are negated, conditional or hypothetical; `others` are more words for that. */
export function uncertain(...others: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${['not', 'never', 'may', 'might', 'unless', 'until', ...others].join('|')})\\b`, 'i')
}
