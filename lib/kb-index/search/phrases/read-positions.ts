import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { decodePositions, type PositionPiece } from './position-list'

/** Reads the ascending positions of each of the words that any article has. */
export function readPositions(database: IndexDatabase, words: ReadonlySet<string>): ReadonlyMap<string, Int32Array> {
  const rows = allRows<{ word: string; first: number; positions: ArrayBuffer }>(
    database,
    'SELECT word, first, positions FROM wordPosition WHERE word IN (SELECT value FROM json_each(?)) ORDER BY word, first',
    [JSON.stringify([...words])],
  )
  const pieces = new Map<string, PositionPiece[]>()
  for (const { word, first, positions } of rows) {
    const piece = { first, positions: new Uint8Array(positions) }
    const known = pieces.get(word)
    if (known) known.push(piece)
    else pieces.set(word, [piece])
  }
  return new Map([...pieces].map(([word, list]) => [word, decodePositions(list)]))
}
