/** The words for an update, as a pattern without a group. */
export const UPDATE =
  '(?:hot ?fix(?:es)?|fix|patch|patches|(?:security |cumulative |software )?updates?(?: rollup)?|rollup|service (?:pack|release)|(?:(?:hotfix )?rollup |cumulative )?package|bundle|SRP|HRP|release)'

/** What stands in front of a sentence and says nothing: `Note`, `IMPORTANT: `. */
export const LABEL = /^(?:note|important|warning|caution)s?(?: that)?:? +/i

/** Matches a sentence that is negated, conditional or about a possibility. `others` are more words that make it so. */
export function uncertain(...others: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${['not', 'never', 'may', 'might', 'unless', 'until', ...others].join('|')})\\b`, 'i')
}
