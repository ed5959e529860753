/** The full stop of `U.S. Service Pack` ends nothing; that of `of this article.This bug was` does (Q163957). */
const SENTENCE_END =
  /(?<!\b(?:U\.S|vs|No|Inc|Corp)\.)(?<=[.?!]["')]{0,3})(?:\s+(?=["'(]?[A-Z])|(?<=[a-z\d]\.)(?=(?:This|The|It|Microsoft|For) ))/

/** Beyond this a sentence is none, and patterns over it would cost. */
const MAX_SENTENCE = 1000

/** Splits a paragraph into its sentences; one that is too long to be a sentence is empty. A colon ends none: what stands behind it belongs to what stands before. */
export function splitSentences(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(SENTENCE_END)
    .map((sentence) => (sentence.length > MAX_SENTENCE ? '' : sentence))
}
