import type { Statement } from '@/lib/kb/statements/statement'

/** The query must call the table `statement`. */
export const STATEMENT_COLUMNS = `statement.kind, statement.subject, statement.object, statement.release, statement.releaseName,
  statement.part, statement.isPartial, statement.statedBy, statement.fileLine, statement.sentence, statement.section,
  statement.origin`

export interface StatementRow extends Omit<Statement, 'release' | 'isPartial' | 'line'> {
  readonly release?: string
  readonly releaseName?: string
  readonly isPartial: 0 | 1
  readonly fileLine: number
}

export function rowToStatement(row: StatementRow): Statement {
  const { kind, subject, object, release: slug, releaseName: name, part, statedBy, sentence, section, origin } = row
  const release = name === undefined ? undefined : { name, slug }
  return {
    kind,
    subject,
    object,
    release,
    part,
    isPartial: row.isPartial === 1,
    statedBy,
    line: row.fileLine,
    sentence,
    section,
    origin,
  }
}
