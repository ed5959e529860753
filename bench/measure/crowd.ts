import { Agent, get } from 'node:http'

/** What many readers got. */
export interface CrowdReport {
  readonly seconds: number
  readonly statuses: ReadonlyMap<string, number>
  /** Milliseconds of each answer, ascending. */
  readonly times: readonly number[]
}

/** Readers who ask one path after the other, each on a connection of its own, until `isDone` says so. */
export async function readAsCrowd(
  url: string,
  { count, nextPath, isDone }: { count: number; nextPath: () => string; isDone: (asked: number) => boolean },
): Promise<CrowdReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: count })
  const statuses = new Map<string, number>()
  const times: number[] = []
  let asked = 0
  const began = performance.now()
  const reader = async () => {
    while (!isDone(asked)) {
      asked++
      const start = performance.now()
      const status = await ask(new URL(nextPath(), url), agent)
      times.push(performance.now() - start)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: count }, reader))
  agent.destroy()
  return { seconds: (performance.now() - began) / 1000, statuses, times: times.sort((a, b) => a - b) }
}

/** `3,007 x 200, 2 x 503` */
export function formatStatuses(statuses: ReadonlyMap<string, number>): string {
  return [...statuses].map(([status, count]) => `${count.toLocaleString('en-US')} x ${status}`).join(', ')
}

export function countFailures(statuses: ReadonlyMap<string, number>): number {
  return [...statuses].reduce((sum, [status, count]) => (status === '200' ? sum : sum + count), 0)
}

/** Gives the status of a whole answer, or what went wrong. */
function ask(url: URL, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.complete ? String(response.statusCode) : 'cut'))
      response.once('error', () => resolve('cut'))
    }).once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
  })
}
