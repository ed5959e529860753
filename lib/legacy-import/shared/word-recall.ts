/** The words of a source that must be found again: those of the body in the body, the others in the front matter. */
export interface SourceWords {
  readonly body: string
  readonly frontMatter: string
}

/** How many words of a source were found again in its Markdown, each as often as the source has it. */
export interface WordRecall {
  readonly total: number
  readonly found: number
  /** The words that were not found, each as often as it is missing. */
  readonly lost: readonly string[]
}

/** Compares the words of a source with those of the Markdown file that was made of it. */
export function measureWordRecall(source: SourceWords, markdown: string): WordRecall {
  const [frontMatter, body] = splitMarkdown(markdown)
  const inBody = findWords(wordsOf(source.body), countWords(wordsOfMarkdown(body)))
  const inFront = findWords(wordsOf(source.frontMatter), countWords(wordsOf(frontMatter)))
  return {
    total: inBody.total + inFront.total,
    found: inBody.found + inFront.found,
    lost: [...inBody.lost, ...inFront.lost],
  }
}

function splitMarkdown(markdown: string): [string, string] {
  const end = markdown.indexOf('\n---\n', 3)
  return markdown.startsWith('---\n') && end > 0 ? [markdown.slice(4, end), markdown.slice(end + 5)] : ['', markdown]
}

/** The visible words of a body: no markers, no info strings, no targets of links to articles. */
function wordsOfMarkdown(body: string): string[] {
  const visible = body
    .replace(/^[ >]*`{3,}[a-z]*$/gm, '')
    .replace(/^[ >]*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]$/gm, '')
    .replace(/^[ >]*(?:(?:\d{1,3}[.)]|[-*])(?: +|$))+/gm, '')
    .replace(/\]\(\/kb\/\d+\)/g, ' ')
    .replace(/(?<!\\)&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
  return wordsOf(visible)
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function findWords(words: readonly string[], available: Map<string, number>): WordRecall {
  const lost: string[] = []
  for (const word of words) {
    const left = available.get(word) ?? 0
    if (left === 0) lost.push(word)
    else available.set(word, left - 1)
  }
  return { total: words.length, found: words.length - lost.length, lost }
}
