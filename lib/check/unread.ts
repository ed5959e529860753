import type { RecordList } from './records/record'

/** A list whose form was recognized and whose content was not. */
export interface UnreadPart {
  readonly form: RecordList['form']
  /** The names of its columns or fields, as in `values` of a record. */
  readonly names: readonly string[]
  readonly rowCount: number
}

/** More of them are not said. */
const MAX_UNREAD = 5
const MAX_NAMES = 8
/** Shorter tables are not missed by anybody. */
const MIN_ROWS = 2

/** Lists the tables and objects in which nothing was found: no update, no build, no event, no number. */
export function listUnread(
  text: string,
  lists: readonly RecordList[],
  found: readonly { readonly start: number }[],
): UnreadPart[] {
  const places = found.map(({ start }) => start).sort((one, other) => one - other)
  let next = 0
  const isUsed = ({ start, end }: RecordList) => {
    while (next < places.length && (places[next] ?? 0) < start) next++
    return (places[next] ?? Number.POSITIVE_INFINITY) <= end || /\b(?:KB|Q)\d{5,7}\b/i.test(text.slice(start, end))
  }
  return lists
    .filter((list) => list.form !== 'fields' && list.form !== 'xml' && list.records.length >= MIN_ROWS && !isUsed(list))
    .slice(0, MAX_UNREAD)
    .map(({ form, names, records }) => ({ form, names: names.slice(0, MAX_NAMES), rowCount: records.length }))
}
