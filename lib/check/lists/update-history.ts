import type { UpdateInventory } from '@/lib/check/paste'
import { parseField } from '@/lib/check/records/field-records'
import { isBlank, type Line } from '@/lib/check/records/lines'
import { splitAtGaps } from '@/lib/check/records/table-cells'
import { saysNot } from './not-installed'
import { UpdateEntries } from './update-entries'

/** `Update Rollup 9 for Exchange Server 2007 Service Pack 3 (KB2746157)`: the title of an entry. */
const TITLE = /^\s*\S.{8,200}\((KB\d{6,7})\)\s*$/i
/** Fields and sentences about an installation, in the languages of Windows. */
const INSTALLATION = /instal|установ|インストール|安装|安裝|설치/i
/** What Windows Update says of an installation that succeeded; of any other nothing is concluded. */
const SUCCESS =
  /(?<!\p{L})(?:succe(?:eded|ss)\w*|erfolgreich|réussi\w*|avec succès|correct[ao]\w*|correctamente|riuscit\w+|completat\w+|(?:com|con) êxito|(?:com )?sucesso|geslaagd|успешно)|成功|성공|正常/iu
const DATE = /\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}/
/** A title has so many lines about it at most. */
const MAX_LINES = 5

/**
 * Lists the updates that the history of Windows Update, copied as text, says were installed, and those of the list of installed
 * updates in the control panel: `Update Rollup 5 (KB2602324)`, further cells and a date below a header such as *Installed On*.
 */
export function parseUpdateHistory(text: string, lines: readonly Line[]): UpdateInventory[] {
  const entries = new UpdateEntries(undefined)
  let isBelowHeader = false
  const found = lines.flatMap((line, index) => {
    const cells = splitAtGaps(line.text)
    isBelowHeader ||= cells.length > 1 && cells.some((cell) => INSTALLATION.test(cell)) && !DATE.test(line.text)
    const update = TITLE.exec(cells[0] ?? '')?.[1]
    if (update === undefined) return []
    const isRow = isBelowHeader && cells.slice(1).some((cell) => DATE.test(cell)) && !saysNot(line.text)
    return isRow || isInstalled(lines.slice(index + 1, index + 1 + MAX_LINES)) ? [{ update, line }] : []
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
      isUnframed: !isBelowHeader,
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
    about.some((text) => SUCCESS.test(text) && !saysNot(text)) &&
    about.some((text) => DATE.test(text) || /\d{4}/.test(text))
  )
}
