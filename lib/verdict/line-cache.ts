import type { UpdateLine } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { LineFacts } from '@/lib/kb/updates/line-steps'
import type { Series } from '@/lib/kb/updates/series'
import type { NewerForProduct } from '@/lib/kb/updates/succession'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { getLineFacts } from '@/lib/kb-index/read/line-details'
import { getUpdateLine } from '@/lib/kb-index/read/relations'
import { getNewerForProduct, getSeries } from '@/lib/kb-index/read/series'
import { listUpdateNotes } from '@/lib/kb-index/read/update-notes'

interface KnownLine {
  readonly line: UpdateLine
  readonly facts: LineFacts
  readonly series?: Series
  readonly newerForProduct?: NewerForProduct
}

/** Reads each update series once, however many computers have updates of it. */
export class LineCache {
  readonly #index: IndexDatabase
  readonly #lines = new Map<string, KnownLine | undefined>()
  readonly #prerequisites = new Map<KbNumber, readonly string[]>()

  constructor(index: IndexDatabase) {
    this.#index = index
  }

  get(slug: string): KnownLine | undefined {
    if (!this.#lines.has(slug)) {
      const line = getUpdateLine(this.#index, slug)
      this.#lines.set(slug, line && this.#describe(line, slug))
    }
    return this.#lines.get(slug)
  }

  #describe(line: UpdateLine, slug: string): KnownLine {
    return {
      line,
      facts: getLineFacts(this.#index, slug),
      series: getSeries(this.#index, line.name),
      newerForProduct: getNewerForProduct(this.#index, line.name),
    }
  }

  /** Lists the prerequisites in the article of an update. */
  listPrerequisites(number: KbNumber): readonly string[] {
    const notes = () => listUpdateNotes(this.#index, [number]).filter(({ kind }) => kind === 'prerequisites')
    const known = this.#prerequisites.get(number) ?? notes().map(({ text }) => text)
    this.#prerequisites.set(number, known)
    return known
  }
}
