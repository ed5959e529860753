import { setImmediate as nextTurn } from 'node:timers/promises'

/** Takes a few milliseconds. */
const ITEMS_PER_TURN = 100

/** Joins the texts of many items, and lets other requests go on in between. */
export async function joinInTurns<Item>(
  items: Iterable<Item>,
  separator: string,
  toText: (item: Item) => string,
): Promise<string> {
  const texts: string[] = []
  for (const item of items) {
    texts.push(toText(item))
    if (texts.length % ITEMS_PER_TURN === 0) await nextTurn()
  }
  return texts.join(separator)
}
