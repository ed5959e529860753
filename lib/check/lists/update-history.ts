import type { UpdateInventory } from '@/lib/check/paste'
import { parseField } from '@/lib/check/records/field-records'
import { isBlank, type Line } from '@/lib/check/records/lines'
import { NOT_INSTALLED, UpdateEntries } from './update-entries'

/** `Update Rollup 9 for Exchange Server 2007 Service Pack 3 (KB2746157)`: the title of an entry. */
const TITLE = /^\s*\S.{8,200}\((KB\d{6,7})\)\s*$/i
/** Fields and sentences about an installation, in the languages of Windows. */
const INSTALLATION = /instal|установ|インストール|安装|安裝|설치/i
/** What Windows Update says of an installation that succeeded; of any other nothing is concluded. */
const SUCCESS =
  /(?<!\p{L})(?:succe(?:eded|ss)\w*|erfolgreich|réussi\w*|avec succès|correct[ao]\w*|correctamente|riuscit\w+|completat\w+|(?:com|con) êxito|(?:com )?sucesso|geslaagd|успешно)|成功|성공|正常/iu
/** A title has so many lines about it at most. */
const MAX_LINES = 5

/** Lists the updates that the history of Windows Update, copied as text, says were installed. */
export function parseUpdateHistory(text: string, lines: readonly Line[]): UpdateInventory[] {
  const entries = new UpdateEntries(undefined)
  const found = lines.flatMap((line, index) => {
    const update = TITLE.exec(line.text)?.[1]
    return update !== undefined && isInstalled(lines.slice(index + 1, index + 1 + MAX_LINES)) ? [{ update, line }] : []
  })
  for (const { update, line } of found) entries.add(update, text, line)
  const [first] = found
  const last = found.at(-1)
  if (!first || !last) return []
  return [
    {
      kind: 'number-list',
      updates: entries.updates,
      otherEntries: [],
      listedCount: entries.count,
      mayBeSeveral: entries.hasRepeats,
      start: first.line.start,
      end: last.line.end,
    },
  ]
}

/** `Installation status: Succeeded` below `Installation date: ...`, or `Successfully installed on 3/21/2017`. */
function isInstalled(below: readonly Line[]): boolean {
  const end = below.findIndex(({ text }) => isBlank(text) || TITLE.test(text))
  const entry = (end === -1 ? below : below.slice(0, end)).map(({ text }) => text)
  const about = entry.filter((text) => INSTALLATION.test(parseField(text)?.name ?? text))
  return (
    about.some((text) => SUCCESS.test(text) && !NOT_INSTALLED.test(text)) &&
    about.some((text) => /\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}|\d{4}/.test(text))
  )
}
