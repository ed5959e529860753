/**
 * Yields `work(item)` for each item of the source, in its order. At most `limit` results are pending or not yet taken, so
 * neither a slow consumer nor one slow item lets the others pile up.
 */
export async function* mapInOrder<Item, Result>(
  source: AsyncIterable<Item> | Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = []
  try {
    for await (const item of source) {
      const result = work(item)
      // A failure is thrown when its turn comes, and must not count as unhandled until then.
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
