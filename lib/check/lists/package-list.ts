import type { UpdateInventory } from '@/lib/check/paste'
import type { Line } from '@/lib/check/records/lines'
import { firstValue, type PastedRecord, type RecordList } from '@/lib/check/records/record'
import { findHeading, parseHost } from './host-names'
import { UpdateEntries } from './update-entries'

/** `Package_for_KB2655203~31bf3856ad364e35~amd64~~10.0.1.1`; a part of an update has its number before `for`. */
const PACKAGE = /^Package_(?:\d{1,5}_)?for_([\w-]{2,40}?)(?:~|_SP\d|_RTM)/i
const STATE_FIELDS = ['state', 'packagestate', 'status', 'zustand', 'état', 'etat', 'estado', 'stato']
/** "Installed" in the languages of Windows is one word that begins so; `Install Pending` and the like are several. */
const INSTALLED = /^(?:inst|geïnst|zainst|telep|установ|已安装|已安裝|インストール済み|설치됨)\S*$/i

/** Lists the updates among the packages that `dism /get-packages` and `Get-WindowsPackage` print as installed. */
export function parsePackageLists(
  text: string,
  lists: readonly RecordList[],
  lines: readonly Line[],
): UpdateInventory[] {
  return lists.flatMap((list) => {
    const packages = list.records.flatMap((record) => parsePackage(record) ?? [])
    if (packages.length === 0) return []
    const [first] = list.records
    const host = parseHost(first && firstValue(first, ['pscomputername'])) ?? findHeading(lines, list.start).host
    const entries = new UpdateEntries(host)
    for (const { name, record } of packages) entries.add(name, text, record)
    return [
      {
        kind: 'packages' as const,
        host,
        updates: entries.updates,
        otherEntries: entries.otherEntries,
        listedCount: entries.count,
        mayBeSeveral: host === undefined && (entries.hasRepeats || list.isUneven === true),
        isUnframed: list.form === 'fields',
        cut: list.isCut ? ('ends-early' as const) : undefined,
        start: list.start,
        end: list.end,
      },
    ]
  })
}

/** Below the package stands its state, whatever the language; where somebody left it out, when it was installed. */
function parsePackage(record: PastedRecord): { name: string; record: PastedRecord } | undefined {
  const values = [...record.values.values()]
  for (const [index, value] of values.entries()) {
    const name = PACKAGE.exec(value)?.[1]
    if (name === undefined) continue
    const state = firstValue(record, STATE_FIELDS) ?? values[index + 1]
    return state === undefined || INSTALLED.test(state) || /^\d/.test(state)
      ? { name: /^KB/i.test(name) ? name : `Package_for_${name}`, record }
      : undefined
  }
  return undefined
}
