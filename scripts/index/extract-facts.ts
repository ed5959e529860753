import type { IndexedFacts } from '@/lib/kb/article-facts'
import type { Article, ArticleFacts } from '@/lib/kb/articles/article'
import { extractBuildTables } from '@/lib/kb/releases/build-table'
import { extractSignatures } from '@/lib/kb/signatures/extract-signatures'
import { extractStatements } from '@/lib/kb/statements/extract-statements'
import { extractUpdateNotes } from '@/lib/kb/updates/update-notes'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'

/** Extracts everything that the index holds about an article, and its text. Throws a `RangeError` as rendering does. */
export function extractFacts({ body, bodyLine, frontMatter }: Article): ArticleFacts & IndexedFacts {
  const { number, title, build, line } = frontMatter
  const facts = extractArticleFacts(body, number)
  return {
    ...facts,
    statements: extractStatements({ number, title, bodyLine }, facts),
    signatures: extractSignatures({ title, build }, facts.blocks),
    updateNotes: line === undefined ? [] : extractUpdateNotes(facts.blocks),
    tabledReleases: extractBuildTables(facts.blocks, frontMatter),
  }
}
