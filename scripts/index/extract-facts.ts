import type { Article, IndexedFacts } from '@/lib/kb/article'
import { extractStatements } from '@/lib/kb/extract-statements'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'

/** Gives all that the index holds of an article. Throws a `RangeError` as rendering does. */
export function extractFacts({ body, frontMatter: { number, title } }: Article): IndexedFacts {
  const facts = extractArticleFacts(body, number)
  return { ...facts, statements: extractStatements({ number, title }, facts) }
}
