/**
 * Gives `work(item)` for each item of the source, in the order of the source, with at most `limit` at work or finished
 * and not yet taken: neither a slow consumer nor one slow item lets the others pile up.
 */
export async function* mapInOrder<Item, Result>(
  source: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = []
  try {
    for await (const item of source) {
      const result = work(item)
      // A failure is thrown where its turn comes; until then it must not count as unhandled.
      result.catch(() => {})
      pending.push(result)
      if (pending.length >= limit) yield await takeFirst(pending)
    }
    while (pending.length > 0) yield await takeFirst(pending)
  } finally {
    await Promise.allSettled(pending)
  }
}

function takeFirst<Result>(pending: Promise<Result>[]): Promise<Result> {
  const first = pending.shift()
  if (first === undefined) throw new RangeError('Nothing is pending.')
  return first
}
