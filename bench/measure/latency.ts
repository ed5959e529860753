/** In milliseconds. */
export interface Latency {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly longest: number
}

/** The first round, for which nothing is prepared, and all later ones together. */
export interface Rounds {
  readonly first: Latency
  readonly later: Latency
}

/** Throws if nothing was measured, which must not look like speed. */
export function summarizeLatency(milliseconds: readonly number[]): Latency {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  // The nearest rank: the smallest value that this share of the answers does not exceed.
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  const [p50, p95, longest] = [at(0.5), at(0.95), at(1)]
  if (p50 === undefined || p95 === undefined || longest === undefined) throw new Error('Nothing was measured.')
  return { count: sorted.length, p50, p95, longest }
}

/** Times `run` for each input, one after the other. */
export async function timeEach<T>(inputs: readonly T[], run: (input: T) => unknown): Promise<number[]> {
  const milliseconds: number[] = []
  for (const input of inputs) {
    const began = performance.now()
    await run(input)
    milliseconds.push(performance.now() - began)
  }
  return milliseconds
}

export async function timeRounds<T>(inputs: readonly T[], rounds: number, run: (input: T) => unknown): Promise<Rounds> {
  const first = await timeEach(inputs, run)
  const later: number[] = []
  for (let round = 1; round < rounds; round++) later.push(...(await timeEach(inputs, run)))
  return { first: summarizeLatency(first), later: summarizeLatency(later) }
}
