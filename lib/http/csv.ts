type Cell = string | number | undefined

/**
 * Gives rows as comma-separated values after RFC 4180. A spreadsheet takes a cell that begins like a formula for one, whatever
 * its quotes, and may run it: such a text gets an apostrophe before it.
 */
export function formatCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('')
}

function formatCell(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = isLikeFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Full-width signs count as well, since some spreadsheets read them so, and space before the sign is skipped by others. */
function isLikeFormula(text: string): boolean {
  return /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text)
}
