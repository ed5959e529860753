import { getIndexVersion } from './collection'
import type { IndexDatabase } from './driver'

/** Makes `read` remember its result for each open index until the index changes. */
export function perVersion<Value>(read: (database: IndexDatabase) => Value): (database: IndexDatabase) => Value {
  const known = new WeakMap<IndexDatabase, { version: string; value: Value }>()
  return (database) => {
    const version = getIndexVersion(database)
    const last = known.get(database)
    if (last?.version === version) return last.value
    const value = read(database)
    known.set(database, { version, value })
    return value
  }
}
