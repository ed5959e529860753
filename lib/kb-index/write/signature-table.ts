import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ArticleSignatures } from '@/lib/kb/signatures/extract-signatures'
import { parseSignature } from '@/lib/kb/signatures/parse-signature'
import type { Signature } from '@/lib/kb/signatures/signature'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { run } from '@/lib/kb-index/file/rows'
import { EntityTable } from './entity-table'

/** The tables of signatures and file versions. */
export class SignatureTable extends EntityTable {
  constructor(database: IndexDatabase) {
    super(database, 'signature')
  }

  /** Enters what an article mentions. */
  link(number: KbNumber, { mentions, fileVersions }: ArticleSignatures): void {
    for (const { context, ...signature } of mentions) {
      const wider = signature.broader === undefined ? undefined : parseSignature(signature.broader)
      if (wider) this.#touch(wider)
      run(
        this.database,
        'INSERT OR REPLACE INTO signatureMention (signatureId, number, label, context) VALUES (?, ?, ?, ?)',
        [this.#touch(signature), number, signature.label, context],
      )
    }
    for (const { fileName, version, context } of fileVersions) {
      const [part1 = 0, part2 = 0, part3 = 0, part4 = 0] = version.split('.').map(Number)
      run(
        this.database,
        `INSERT OR IGNORE INTO fileVersion (fileName, part1, part2, part3, part4, version, number, context)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [fileName, part1, part2, part3, part4, version, number, context],
      )
    }
  }

  override unlink(number: KbNumber): void {
    super.unlink(number)
    run(this.database, 'DELETE FROM fileVersion WHERE number = ?', [number])
  }

  /** Counts articles, takes the label that most of them use, and deletes signatures without articles. */
  derive(): void {
    run(
      this.database,
      `WITH changed AS (SELECT value AS id FROM json_each(?))
       UPDATE signature SET
         articleCount = (
           SELECT count(DISTINCT number) FROM signatureMention WHERE signatureId IN (
             SELECT id FROM signature AS narrower WHERE narrower.broader = signature.name UNION ALL SELECT signature.id)),
         label = coalesce((
           SELECT label FROM signatureMention WHERE signatureId = signature.id
           GROUP BY label ORDER BY count(*) DESC, label LIMIT 1), label)
       WHERE id IN changed
         OR name IN (SELECT narrower.broader FROM changed JOIN signature AS narrower USING (id))`,
      [this.takeChanged()],
    )
    run(this.database, 'DELETE FROM signature WHERE articleCount = 0')
  }

  #touch({ id: name, kind, label, broader }: Pick<Signature, 'id' | 'kind' | 'label' | 'broader'>): number {
    return this.touch(name, { kind, broader, label, articleCount: 0 })
  }
}
