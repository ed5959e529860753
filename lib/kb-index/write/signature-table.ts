import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ArticleSignatures } from '@/lib/kb/signatures/extract-signatures'
import { parseSignature } from '@/lib/kb/signatures/parse-signature'
import type { Signature } from '@/lib/kb/signatures/signature'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow, run } from '@/lib/kb-index/file/rows'

/** The signatures of an index under construction. */
export class SignatureTable {
  readonly #database: IndexDatabase
  readonly #ids = new Map<string, number>()
  /** Signatures whose articles have changed. */
  readonly #changed = new Set<number>()

  constructor(database: IndexDatabase) {
    this.#database = database
  }

  /** Enters what an article mentions. */
  link(number: KbNumber, { mentions, fileVersions }: ArticleSignatures): void {
    for (const { id, kind, label, broader, context } of mentions) {
      const wider = broader === undefined ? undefined : parseSignature(broader)
      if (wider) this.#changed.add(this.#idOf(wider))
      const signatureId = this.#idOf({ id, kind, label, broader })
      this.#changed.add(signatureId)
      run(
        this.#database,
        'INSERT OR REPLACE INTO signatureMention (signatureId, number, label, context) VALUES (?, ?, ?, ?)',
        [signatureId, number, label, context],
      )
    }
    for (const { fileName, version, context } of fileVersions) {
      const [part1 = 0, part2 = 0, part3 = 0, part4 = 0] = version.split('.').map(Number)
      run(
        this.#database,
        `INSERT OR IGNORE INTO fileVersion (fileName, part1, part2, part3, part4, version, number, context)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [fileName, part1, part2, part3, part4, version, number, context],
      )
    }
  }

  /** Forgets what an article mentions. */
  unlink(number: KbNumber): void {
    const rows = allRows<{ id: number }>(
      this.#database,
      `SELECT signatureId AS id FROM signatureMention WHERE number = :number
       UNION SELECT wider.id FROM signatureMention JOIN signature ON signature.id = signatureId
         JOIN signature AS wider ON wider.name = signature.broader WHERE number = :number`,
      { number },
    )
    for (const { id } of rows) this.#changed.add(id)
    run(this.#database, 'DELETE FROM signatureMention WHERE number = ?', [number])
    run(this.#database, 'DELETE FROM fileVersion WHERE number = ?', [number])
  }

  /** Counts the articles of what has changed, names it as most articles do, and forgets what no article mentions. */
  derive(): void {
    for (const id of this.#changed) {
      run(
        this.#database,
        `UPDATE signature SET
           articleCount = (
             SELECT count(DISTINCT number) FROM signatureMention WHERE signatureId IN (
               SELECT id FROM signature AS narrower WHERE narrower.broader = signature.name UNION ALL SELECT signature.id)),
           label = coalesce((
             SELECT label FROM signatureMention WHERE signatureId = signature.id
             GROUP BY label ORDER BY count(*) DESC, label LIMIT 1), label)
         WHERE id = ?`,
        [id],
      )
    }
    run(this.#database, 'DELETE FROM signature WHERE articleCount = 0')
    this.#changed.clear()
    this.#ids.clear()
  }

  #idOf({ id: name, kind, label, broader }: Signature): number {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const row =
      firstRow<{ id: number }>(this.#database, 'SELECT id FROM signature WHERE name = ?', [name]) ??
      firstRow<{ id: number }>(
        this.#database,
        'INSERT INTO signature (name, kind, broader, label, articleCount) VALUES (?, ?, ?, ?, 0) RETURNING id',
        [name, kind, broader ?? null, label],
      )
    if (!row) throw new Error(`The signature ${JSON.stringify(name)} could not be entered.`)
    this.#ids.set(name, row.id)
    return row.id
  }
}
