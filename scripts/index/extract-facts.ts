import type { IndexedFacts } from '@/lib/kb/article-facts'
import type { Article } from '@/lib/kb/articles/article'
import { extractSignatures } from '@/lib/kb/signatures/extract-signatures'
import { extractStatements } from '@/lib/kb/statements/extract-statements'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'

/** Extracts everything that the index holds about an article. Throws a `RangeError` as rendering does. */
export function extractFacts({ body, bodyLine, frontMatter: { number, title, build } }: Article): IndexedFacts {
  const facts = extractArticleFacts(body, number)
  return {
    ...facts,
    statements: extractStatements({ number, title, bodyLine }, facts),
    signatures: extractSignatures({ title, build }, facts.blocks),
  }
}
