import type { UpdateLine } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { LineFacts } from '@/lib/kb/updates/line-steps'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { getLineFacts } from '@/lib/kb-index/read/line-details'
import { getUpdateLine } from '@/lib/kb-index/read/relations'
import { listUpdateNotes } from '@/lib/kb-index/read/update-notes'

/** Reads each update series once, however many computers have updates of it. */
export class LineCache {
  readonly #index: IndexDatabase
  readonly #lines = new Map<string, { line: UpdateLine; facts: LineFacts } | undefined>()
  readonly #prerequisites = new Map<KbNumber, readonly string[]>()

  constructor(index: IndexDatabase) {
    this.#index = index
  }

  get(slug: string): { line: UpdateLine; facts: LineFacts } | undefined {
    if (!this.#lines.has(slug)) {
      const line = getUpdateLine(this.#index, slug)
      this.#lines.set(slug, line && { line, facts: getLineFacts(this.#index, slug) })
    }
    return this.#lines.get(slug)
  }

  /** Lists the prerequisites in the article of an update. */
  listPrerequisites(number: KbNumber): readonly string[] {
    const notes = () => listUpdateNotes(this.#index, [number]).filter(({ kind }) => kind === 'prerequisites')
    const known = this.#prerequisites.get(number) ?? notes().map(({ text }) => text)
    this.#prerequisites.set(number, known)
    return known
  }
}
