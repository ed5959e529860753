import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { SearchUnavailable } from '@/lib/kb/search/search-unavailable'
import type { Document } from './article-documents'
import type { Cluster } from './cluster'

/** A bulk ends after this many characters of texts or articles. */
const MAX_BULK_LENGTH = 1_500_000
const MAX_BULK_ARTICLES = 500
/** What a busy cluster has not taken is sent again after 0.25 s, 0.5 s ... up to 16 s. */
const FIRST_WAIT = 250
const MAX_TRIES = 8

type Action = { readonly index: Document } | { readonly delete: KbNumber }

const ANSWER = z.object({
  items: z.array(
    z.record(
      z.string(),
      z.object({ status: z.number(), error: z.object({ reason: z.string().nullish() }).optional() }),
    ),
  ),
})

/** Writes documents to an index of the cluster, never more at a time than it takes. */
export class BulkWriter {
  readonly #cluster: Cluster
  readonly #index: string
  #actions: Action[] = []
  #length = 0

  constructor(cluster: Cluster, index: string) {
    this.#cluster = cluster
    this.#index = index
  }

  async put(document: Document): Promise<void> {
    this.#length += typeof document.text === 'string' ? 3 * document.text.length : 0
    await this.#add({ index: document })
  }

  async delete(number: KbNumber): Promise<void> {
    await this.#add({ delete: number })
  }

  async #add(action: Action): Promise<void> {
    this.#actions.push(action)
    if (this.#length >= MAX_BULK_LENGTH || this.#actions.length >= MAX_BULK_ARTICLES) await this.flush()
  }

  /** Sends what is left. Throws if the cluster does not take all of it. */
  async flush(): Promise<void> {
    let actions: readonly Action[] = this.#actions
    this.#actions = []
    this.#length = 0
    for (let tries = 0; actions.length > 0; tries++) {
      if (tries === MAX_TRIES) {
        throw new SearchUnavailable(
          `The OpenSearch cluster was too busy to take ${actions.length} articles. Run "npm run search:publish" again later.`,
        )
      }
      if (tries > 0) await wait(FIRST_WAIT * 2 ** (tries - 1))
      actions = await this.#send(actions)
    }
  }

  /** Gives what the cluster was too busy to take. */
  async #send(actions: readonly Action[]): Promise<readonly Action[]> {
    const lines = actions.flatMap((action): object[] => {
      const place = (number: KbNumber) => ({ _index: this.#index, _id: String(number) })
      return 'index' in action
        ? [{ index: place(action.index.number) }, action.index]
        : [{ delete: place(action.delete) }]
    })
    const { status, body } = await this.#cluster.ask({
      method: 'POST',
      path: '/_bulk',
      lines,
      allowed: [429],
      isSlow: true,
    })
    if (status === 429) return actions
    const { items } = ANSWER.parse(body)
    return actions.filter((action, place) => isRejected(action, Object.values(items[place] ?? {})[0]))
  }
}

function isRejected(
  action: Action,
  result: { status: number; error?: { reason?: string | null } } | undefined,
): boolean {
  const status = result?.status ?? 0
  if (status === 429) return true
  const isDone = (status >= 200 && status < 300) || (status === 404 && 'delete' in action)
  if (isDone) return false
  const name = formatKbNumber('index' in action ? action.index.number : action.delete)
  throw new SearchUnavailable(
    `The OpenSearch cluster does not take ${name} (${status}: ${result?.error?.reason ?? 'no reason'}). See its log, then run "npm run search:publish" again.`,
  )
}
