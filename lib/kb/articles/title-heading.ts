/** A title stands in this many characters, and looking for it in more would be slow in a hostile text. */
const MAX_BEGINNING = 4000
const COMMENT = /<!--[\s\S]*?-->/g
const FENCED = /^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1|(?![\s\S]))/gm
const HEADING = /^ {0,3}(?:# +(.+?)(?: +#+)?|(\S.*)\n {0,3}=+) *$/gm
const FIRST_LINES = /^\s*(?: {0,3}# +([^\n]+?)(?: +#+)?|(\S[^\n]*)\n {0,3}=+) *(?:\n|$)/

/** Gives the words of the heading that is the title of a text: its first block, or its only heading of the first level. */
export function findTitle(body: string, number: unknown): string | undefined {
  const text = body.slice(0, MAX_BEGINNING).replace(COMMENT, '').replace(FENCED, '')
  const headings = [...text.matchAll(HEADING)]
  const [first] = headings
  if (!first || (headings.length > 1 && text.slice(0, first.index).trim() !== '')) return undefined
  return wordsOfTitle(first[1] ?? first[2] ?? '', number) || undefined
}

/** Gives the length of the heading at the beginning of a text if it only repeats the title, else 0. */
export function repeatedTitleLength(body: string, title: string, number: number): number {
  const [whole, hashed, underlined] = FIRST_LINES.exec(body.slice(0, MAX_BEGINNING)) ?? []
  if (whole === undefined) return 0
  return compare(wordsOfTitle(hashed ?? underlined ?? '', number)) === compare(title) ? whole.length : 0
}

/** The number of the article is no part of its title: `1. Record decisions`, `EIP-1: Purpose and guidelines`. */
function wordsOfTitle(markdown: string, number: unknown): string {
  const words = markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .trim()
  const rest = words.replace(
    new RegExp(`^(?:[A-Za-z]+[ -]?)?0*${Number(number)}(?:[.:)]|(?= [-–—])) *(?:[-–—] +)?(?=\\S)`),
    '',
  )
  return rest || words
}

function compare(words: string): string {
  return words
    .replace(/[\s`*\\]+/g, ' ')
    .trim()
    .toLowerCase()
}
