import { findHeading, HOST_FIELDS, parseCertainHost, parseHost } from '@/lib/check/lists/host-names'
import type { Line } from '@/lib/check/records/lines'
import type { PastedRecord, RecordList } from '@/lib/check/records/record'

/** What names an Exchange server; of other things `Name` is the name of a product. */
const EXCHANGE_FIELDS = ['name', 'identity', 'fqdn']

/** Records lie within each other in JSON only; so many are tried before a place counts as outside of all. */
const MAX_NESTED = 8

/** A record with the list that it stands in. */
export interface PlacedRecord {
  readonly record: PastedRecord
  readonly list: RecordList
}

/** The records of a text by their places, each with the computer that it is about. */
export class RecordHosts {
  readonly #records: readonly PlacedRecord[]
  readonly #lines: readonly Line[]

  constructor(lists: readonly RecordList[], lines: readonly Line[]) {
    this.#records = lists
      .flatMap((list) => list.records.map((record) => ({ record, list })))
      .sort((one, other) => one.record.start - other.record.start)
    this.#lines = lines
  }

  /** Gives the record in which a place of the text stands. */
  recordAt(place: number): PlacedRecord | undefined {
    let [low, high] = [0, this.#records.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#records[middle]?.record.start ?? 0) <= place) low = middle + 1
      else high = middle
    }
    return this.#records.slice(Math.max(0, low - MAX_NESTED), low).findLast(({ record }) => place < record.end)
  }

  /** Gives the computer of the record at a place. */
  hostAt(place: number, { isExchange }: { isExchange: boolean }): string | undefined {
    const found = this.recordAt(place)
    if (!found) return undefined
    const { record, list } = found
    for (const field of isExchange ? [...HOST_FIELDS, ...EXCHANGE_FIELDS] : HOST_FIELDS) {
      const host = parseHost(record.values.get(field))
      if (host !== undefined) return host
    }
    const [first = ''] = record.values.values()
    const inRow = list.form === 'table' ? parseCertainHost(first) : undefined
    return inRow ?? (list.records.length === 1 ? findHeading(this.#lines, list.start).host : undefined)
  }
}
