/** More words than this cost work and add nothing. */
const MAX_TERMS = 16

/** A word, or a phrase in quotes, that a reader seeks. */
export interface SearchTerm {
  /** The words of the term, without marks. */
  readonly text: string
  readonly isPhrase: boolean
}

/**
 * Splits what a reader typed into at most 16 terms. Text in double quotes is a phrase; everything else is split at blanks,
 * and what holds no letter or digit is left out. Nothing in it is an operator.
 */
export function parseSearchTerms(text: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  for (const match of text.matchAll(/["“”]([^"“”]+)["“”]|[^\s"“”]+/gu)) {
    const phrase = match[1]
    const term = (phrase ?? match[0]).trim()
    if (/[\p{L}\p{N}]/u.test(term)) terms.push({ text: term, isPhrase: phrase !== undefined })
    if (terms.length === MAX_TERMS) break
  }
  return terms
}

/** Gives a legal full-text expression that matches articles with all of the terms. */
export function allOf(terms: readonly SearchTerm[]): string {
  return terms.map(quoteTerm).join(' AND ')
}

/** Gives a legal full-text expression that matches articles with any of the terms. */
export function anyOf(terms: readonly SearchTerm[]): string {
  return terms.map(quoteTerm).join(' OR ')
}

/** Gives a legal expression for titles with all of the terms, the last of which may be the beginning of a word. */
export function allOfWithPrefix(terms: readonly SearchTerm[]): string {
  return terms.map((term, index) => `${quoteTerm(term)}${index === terms.length - 1 ? '*' : ''}`).join(' AND ')
}

/** Inside quotes the full-text engine knows no operator; NUL would end the expression. */
function quoteTerm({ text }: SearchTerm): string {
  return `"${text.replaceAll('\0', ' ').replaceAll('"', '""')}"`
}
