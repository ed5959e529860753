import type { ArticleHead } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { Statement } from '@/lib/kb/statements/statement'
import { listWrittenStatements, mergeStatements } from '@/lib/kb/statements/written-statements'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { insertRow, run } from '@/lib/kb-index/file/rows'

/** Enters everything an article states; `spoken` is what its text states. */
export function insertStatements(database: IndexDatabase, article: ArticleHead, spoken: readonly Statement[]): void {
  for (const statement of mergeStatements(listWrittenStatements(article), spoken)) {
    const { kind, subject, object, release, part, isPartial, statedBy, line, sentence, section, origin } = statement
    insertRow(database, 'statement', {
      kind,
      subject,
      object,
      release: release?.slug,
      releaseName: release?.name,
      part,
      isPartial,
      statedBy,
      fileLine: line,
      sentence,
      section,
      origin,
    })
  }
}

export function deleteStatements(database: IndexDatabase, statedBy: KbNumber): void {
  run(database, 'DELETE FROM statement WHERE statedBy = ?', [statedBy])
}
