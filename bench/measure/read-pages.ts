import { Agent, get } from 'node:http'
import { summarizeLatency } from './latency'

/** What readers met who asked again and again. */
export interface Reading {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly longest: number
  /** Answers that were not 200, and requests without an answer. */
  readonly failures: number
}

interface Readers {
  /** How many connections ask at a time, each for one page after the other. */
  readonly connections: number
  /** Stop after this time; without it each page is read once. */
  readonly seconds?: number
}

/** Reads pages as browsers ask for them, compressed. Every reader takes the next path of the list. */
export async function readPages(url: string, paths: readonly string[], readers: Readers): Promise<Reading> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers.connections })
  const began = performance.now()
  const times: number[] = []
  let failures = 0
  let next = 0
  const mayGoOn = () =>
    readers.seconds === undefined ? next < paths.length : performance.now() - began < readers.seconds * 1000
  const read = async () => {
    while (mayGoOn()) {
      const path = paths[next++ % paths.length] ?? '/'
      const asked = performance.now()
      if (!(await isAnswered(url + path, agent))) failures++
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: readers.connections }, read))
  agent.destroy()
  const seconds = (performance.now() - began) / 1000
  const { p50, longest } = summarizeLatency(times)
  const p99 = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? longest
  return { perSecond: times.length / seconds, p50, p99, longest, failures }
}

function isAnswered(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode === 200))
      response.once('error', () => resolve(false))
    })
    request.once('error', () => resolve(false))
  })
}
