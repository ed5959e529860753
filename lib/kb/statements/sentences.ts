/** `U.S. Service Pack` is not the end of a sentence, but `of this article.This bug was` is one (Q163957). */
const SENTENCE_END =
  /(?<!\b(?:U\.S|vs|No|Inc|Corp)\.)(?<=[.?!]["')]{0,3})(?:\s+(?=["'(]?[A-Z])|(?<=[a-z\d]\.)(?=(?:This|The|It|Microsoft|For) ))/

/** Longer runs are not sentences, and matching patterns over them is slow. */
const MAX_SENTENCE = 1000

/** Splits a paragraph into sentences. A colon does not end one, and a run that is too long becomes an empty text. */
export function splitSentences(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(SENTENCE_END)
    .map((sentence) => (sentence.length > MAX_SENTENCE ? '' : sentence))
}
