import type { Article } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { findReleases } from '@/lib/kb/releases/release-names'
import type { Statement } from '@/lib/kb/statements/statement'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { run } from '@/lib/kb-index/file/rows'

/** What takes all that an article states out of the ledger; each is bound to its number. */
export const LEDGER_DELETES = [
  'DELETE FROM supersedence WHERE statedBy = ?',
  'DELETE FROM fix WHERE statedBy = ?',
  'DELETE FROM releaseFix WHERE statedBy = ?',
  'DELETE FROM requirement WHERE number = ?',
]

/**
 * Enters what an article states, in its front matter and in its text. Where both say the same it counts once, as written, with
 * the sentence of the text.
 */
export function insertLedger(database: IndexDatabase, article: Article, statements: readonly Statement[]): void {
  const entry = { database, article, self: article.frontMatter.number }
  const spoken = statements.map((statement) => ({ ...statement, line: article.bodyLine + statement.line - 1 }))
  insertSupersedence(entry, spoken)
  insertFixes(entry, spoken)
  insertReleaseFixes(entry, spoken)
  insertRequirements(entry, spoken)
}

interface Entry {
  readonly database: IndexDatabase
  readonly article: Article
  readonly self: KbNumber
}

interface Replacement {
  readonly older: KbNumber
  readonly newer: KbNumber | undefined
  readonly part?: string
  readonly isPartial: boolean
  readonly origin: 'front-matter' | 'text' | 'both'
  readonly line: number
  readonly evidence?: string
  readonly section?: string
}

function insertSupersedence(entry: Entry, statements: readonly Statement[]): void {
  const spoken = statements.flatMap((statement) => spokenReplacement(entry.self, statement))
  const written = writtenReplacements(entry)
  const isSame = (a: Replacement, b: Replacement) =>
    a.older === b.older && a.newer === b.newer && a.isPartial === b.isPartial
  const replacements = [
    ...written.map((one) => {
      const said = spoken.find((other) => isSame(one, other))
      return said ? { ...said, line: one.line, origin: 'both' as const } : one
    }),
    ...spoken.filter((one) => !written.some((other) => isSame(one, other))),
  ]
  for (const { older, newer, isPartial, part, line, evidence, section, origin } of replacements) {
    run(
      entry.database,
      `INSERT INTO supersedence (older, newer, isPartial, part, statedBy, fileLine, evidence, section, origin)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [older, newer, isPartial ? 1 : 0, part, entry.self, line, evidence, section, origin],
    )
  }
}

function writtenReplacements({ article: { frontMatter, fieldLines }, self }: Entry): Replacement[] {
  const { supersedes, supersededBy, partlySupersededBy, supersedenceEvidence: evidence } = frontMatter
  const written = (field: string, isPartial = false) => ({
    isPartial,
    origin: 'front-matter' as const,
    line: fieldLines[field] ?? 1,
    evidence,
  })
  return [
    ...[supersedes ?? []].flat().map((older) => ({ older, newer: self, ...written('supersedes') })),
    ...(supersededBy === undefined
      ? []
      : [{ older: self, newer: supersededBy === 'unknown' ? undefined : supersededBy, ...written('supersededBy') }]),
    ...(partlySupersededBy ?? []).map((newer) => ({ older: self, newer, ...written('partlySupersededBy', true) })),
  ]
}

function spokenReplacement(self: KbNumber, statement: Statement): Replacement[] {
  const { kind, target, part, line, sentence: evidence, section } = statement
  const spoken = { part, isPartial: part !== undefined, origin: 'text' as const, line, evidence, section }
  if (kind === 'supersedes' && target !== undefined) return [{ older: target, newer: self, ...spoken }]
  return kind === 'superseded-by' ? [{ older: self, newer: target, ...spoken }] : []
}

function insertFixes({ database, article, self }: Entry, statements: readonly Statement[]): void {
  const insert = (fixedBy: KbNumber, number: KbNumber, said: { line: number; sentence?: string; section?: string }) =>
    run(
      database,
      `INSERT OR IGNORE INTO fix (fixedBy, number, statedBy, fileLine, evidence, section) VALUES (?, ?, ?, ?, ?, ?)`,
      [fixedBy, number, self, said.line, said.sentence, said.section],
    )
  for (const statement of statements) {
    if (statement.target === undefined) continue
    if (statement.kind === 'fixes') insert(self, statement.target, statement)
    if (statement.kind === 'fixed-in') insert(statement.target, self, statement)
  }
  const line = article.fieldLines.fixes ?? 1
  for (const fixed of article.frontMatter.fixes ?? []) insert(self, fixed, { line })
}

function insertReleaseFixes({ database, article, self }: Entry, statements: readonly Statement[]): void {
  const known = new Set<string>()
  const insert = (
    number: KbNumber,
    names: ReleaseNames,
    said: { line: number; sentence?: string; section?: string },
  ) => {
    for (const release of names.releases.length > 0 ? names.releases : [undefined]) {
      const key = `${number} ${release ?? names.name}`
      if (known.has(key)) continue
      known.add(key)
      run(
        database,
        `INSERT INTO releaseFix (number, release, releaseName, statedBy, fileLine, evidence, section)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [number, release, names.name, self, said.line, said.sentence, said.section],
      )
    }
  }
  for (const statement of statements) {
    const { kind, target, releaseName, releases } = statement
    if (kind === 'fixed-in' && releaseName !== undefined) insert(self, { name: releaseName, releases }, statement)
    if (kind === 'fixes' && target !== undefined && releases.length > 0) {
      insert(target, { name: article.frontMatter.title, releases }, statement)
    }
  }
  const line = article.fieldLines.fixedIn ?? 1
  for (const name of article.frontMatter.fixedIn ?? []) {
    insert(self, { name, releases: findReleases(name).map(({ slug }) => slug) }, { line })
  }
}

interface ReleaseNames {
  readonly name: string
  readonly releases: readonly string[]
}

function insertRequirements({ database, self }: Entry, statements: readonly Statement[]): void {
  for (const { kind, target, releases, releaseName, line, sentence, section } of statements) {
    if (kind !== 'requires') continue
    const required = target === undefined ? releases.map((release) => ({ release })) : [{ target }]
    for (const one of required) {
      run(
        database,
        `INSERT INTO requirement (number, required, release, releaseName, fileLine, evidence, section)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [
          self,
          'target' in one ? one.target : undefined,
          'release' in one ? one.release : undefined,
          releaseName,
          line,
          sentence,
          section,
        ],
      )
    }
  }
}
