import type { Article } from '@/lib/kb/articles/article'
import { nameReleases } from '@/lib/kb/releases/release-names'
import { type Relation, relationKey, type Statement, withoutRepeats } from './statement'

/** Lists what an article states in its front matter, in the order of the fields. */
export function listWrittenStatements({
  frontMatter,
  fieldLines,
}: Pick<Article, 'frontMatter' | 'fieldLines'>): Statement[] {
  const { number, supersedes = [], supersededBy, partlySupersededBy = [], fixes = [], fixedIn = [] } = frontMatter
  const write = (field: string, relation: Relation): Statement => ({
    ...relation,
    isPartial: field === 'partlySupersededBy',
    statedBy: number,
    origin: 'front-matter',
    line: fieldLines[field] ?? 1,
    sentence: relation.kind === 'replaces' ? frontMatter.supersedenceEvidence : undefined,
  })
  const successors = supersededBy === undefined ? [] : [supersededBy === 'unknown' ? undefined : supersededBy]
  return [
    ...[supersedes].flat().map((object) => write('supersedes', { kind: 'replaces', subject: number, object })),
    ...successors.map((subject) => write('supersededBy', { kind: 'replaces', subject, object: number })),
    ...partlySupersededBy.map((subject) => write('partlySupersededBy', { kind: 'replaces', subject, object: number })),
    ...fixes.map((object) => write('fixes', { kind: 'fixes', subject: number, object })),
    ...fixedIn.flatMap(nameReleases).map((release) => write('fixedIn', { kind: 'fixes', release, object: number })),
  ]
}

/**
 * Merges what an article states in its front matter and in its text, each relation once. If both state it, the words come
 * from the text and the line from the front matter.
 */
export function mergeStatements(written: readonly Statement[], spoken: readonly Statement[]): Statement[] {
  const lines = new Map(written.map((statement) => [relationKey(statement), statement.line]))
  const joined = spoken.map((statement): Statement => {
    const line = lines.get(relationKey(statement))
    return line === undefined ? statement : { ...statement, line, origin: 'both' }
  })
  return withoutRepeats([...joined, ...written])
}
