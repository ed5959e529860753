import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from '@opensearch-project/opensearch'
import { SearchUnavailable } from '@/lib/kb/search/search-unavailable'

/** Where a cluster is, and how the alias of its index begins. */
export interface ClusterSettings {
  readonly nodes: readonly string[]
  readonly alias: string
}

/** A request that a reader waits for. In milliseconds; the client asks another node once. */
const SEARCH_TIMEOUT = 2000
/** A request of a publication: a bulk of 2 MB, or a refresh. */
const PUBLISH_TIMEOUT = 60_000
/** Too much to do, and a node that went away in the middle of a search: once more, after this long, in milliseconds. */
const PASSING = [429, 500]
const BUSY_WAIT = 150

interface ClusterRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean>>
  readonly body?: object
  /** Lines of a bulk instead of a body. */
  readonly lines?: readonly object[]
  /** The answer to a status that is expected beside success, such as 404. */
  readonly allowed?: readonly number[]
  /** Nobody waits for it. */
  readonly isSlow?: boolean
}

interface ClusterAnswer {
  readonly status: number
  /** What the cluster says; the reader of an answer checks its form. */
  readonly body: unknown
}

/**
 * An OpenSearch cluster by way of its own client, which spreads requests over the nodes and asks another one once if a node is
 * away or slow. The client is loaded with the first request, so that a server without a cluster does not need its package.
 */
export class Cluster {
  readonly settings: ClusterSettings
  /** In milliseconds. */
  readonly searchTimeout: number
  #client: Promise<Client> | undefined

  constructor(settings: ClusterSettings, { searchTimeout = SEARCH_TIMEOUT } = {}) {
    this.settings = settings
    this.searchTimeout = searchTimeout
  }

  /** Asks the cluster. Throws `SearchUnavailable` for anything but a whole answer. */
  async ask(request: ClusterRequest): Promise<ClusterAnswer> {
    const answer = await this.#try(request)
    if (!PASSING.includes(answer.status) || request.allowed?.includes(answer.status))
      return this.#accept(request, answer)
    await wait(BUSY_WAIT)
    return this.#accept(request, await this.#try(request))
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    await (await client)?.close()
  }

  async #try({ method, path, query, body, lines, allowed = [], isSlow }: ClusterRequest): Promise<ClusterAnswer> {
    const client = await this.#open()
    const timeout = isSlow ? PUBLISH_TIMEOUT : this.searchTimeout
    try {
      const { statusCode, body: answer } = await client.transport.request(
        { method, path, querystring: query, ...(lines ? { bulkBody: [...lines] } : { body }) },
        { requestTimeout: timeout, maxRetries: 1, ignore: [...REFUSALS, ...allowed] },
      )
      return { status: statusCode ?? 0, body: answer }
    } catch (error) {
      throw unreachable(error, timeout)
    }
  }

  #accept({ allowed = [] }: ClusterRequest, answer: ClusterAnswer): ClusterAnswer {
    if (answer.status < 300 || allowed.includes(answer.status)) return answer
    throw refused(answer)
  }

  #open(): Promise<Client> {
    this.#client ??= import('@opensearch-project/opensearch').then(
      ({ Client }) => new Client({ nodes: [...this.settings.nodes], nodeSelector: 'round-robin' }),
    )
    return this.#client
  }
}

/** Statuses that are answers: what they mean is said here. Others (502, 503, 504) let the client ask another node. */
const REFUSALS = [400, 401, 403, 404, 405, 409, 413, 429, 500]

function unreachable(error: unknown, timeout: number): SearchUnavailable {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  const reason =
    name === 'TimeoutError'
      ? `The OpenSearch cluster did not answer within ${timeout / 1000} seconds, twice.`
      : `The OpenSearch cluster gives no answer (${statusOf(error) ?? message.slice(0, 300)}).`
  return new SearchUnavailable(`${reason} Check its nodes and KB_OPENSEARCH_URL.`, error)
}

/** Such as 503 of a cluster that is starting, or that has lost a shard. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined
  return typeof error.statusCode === 'number' ? error.statusCode : undefined
}

function refused({ status, body }: ClusterAnswer): SearchUnavailable {
  const said = JSON.stringify(body)?.slice(0, 300)
  if (status === 404) {
    return new SearchUnavailable(
      'The OpenSearch cluster has no index of this version of KB Viewer. Run "npm run search:publish".',
      said,
    )
  }
  if (status === 401 || status === 403) {
    return new SearchUnavailable(
      `The OpenSearch cluster refuses access (${status}). Check the name and password in KB_OPENSEARCH_URL.`,
      said,
    )
  }
  if (status === 429) {
    return new SearchUnavailable(
      'The OpenSearch cluster is overloaded (429). Add nodes or replicas, or send fewer requests.',
      said,
    )
  }
  return new SearchUnavailable(
    `The OpenSearch cluster refuses a request (${status}: ${said}). If its index has another form, run "npm run search:publish".`,
  )
}
