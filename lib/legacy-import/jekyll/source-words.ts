import type { SourceWords } from '@/lib/legacy-import/shared/word-recall'

/**
 * Gives the words of an article of the Jekyll archive that must be found again. Dropped on purpose: the front matter and
 * its heading (the title is in the new front matter), the labels of the header, `See article`, list markers, the labels
 * that became alerts.
 */
export function jekyllSourceWords(text: string): SourceWords {
  const open = text.indexOf('{% raw %}')
  const close = text.lastIndexOf('{% endraw %}')
  const block = text.slice(open < 0 ? 0 : open + '{% raw %}'.length, close < 0 ? undefined : close).replace(/^\t/gm, '')
  const [header = '', ...paragraphs] = block.trimStart().split(/\n[ \t]*\n/)
  const body = paragraphs.join('\n\n')
  const queryWords = /\n *Additional (?:reference|query) words *:((?:.*\n?)(?:[^\n]+\n?)*)\s*$/i.exec(body)
  const title = /^## *Q?\d+ *: *(.*)$/m.exec(text.slice(0, Math.max(open, 0)))?.[1] ?? ''
  return {
    body: (queryWords ? body.slice(0, queryWords.index) : body).replace(LABELS, ' '),
    frontMatter: `${title}\n${distinct(header.replace(/^[A-Z][A-Za-z ]*(?:\(s\))? *:/gm, ' ').replace(/\bSee article\b|\bQ(?=\d{5,6}\b)/g, ' '))}\n${queryWords?.[1] ?? ''}`,
  }
}

const LABELS =
  /^[ \t]*(?:(?:(?:\(?(?:\d{1,3}|[a-z])\)|(?:\d{1,3}|[a-z])\.|o|[-*]+)[ \t]+)*(?:IMPORTANT NOTE|NOTE|WARNING|CAUTION|IMPORTANT|TIP)S?(?:[ \t]*:|[ \t]*$)|(?:(?:\(?(?:\d{1,3}|[a-z])\)|(?:\d{1,3}|[a-z])\.|o|[-*]+)(?:[ \t]+|$))+)/gim

/** The header repeats versions for each system; a word that is there once is not lost. Dates are written anew. */
function distinct(header: string): string {
  const words = header.replace(/\b\d{1,2}-[A-Z]{3}-(\d{4})\b/gi, '$1').split(/[\s|]+/)
  return [...new Set(words)].join(' ')
}
