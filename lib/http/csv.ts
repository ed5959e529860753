type Cell = string | number | undefined
export type CsvRow = readonly Cell[]

/**
 * Formats a row as comma-separated values (RFC 4180). Spreadsheets run a cell that starts like a formula even if it is quoted, so
 * such a cell starts with an apostrophe: `=1+1` becomes `'=1+1`.
 */
export function formatCsvRow(row: CsvRow): string {
  return `${row.map(formatCell).join(',')}\r\n`
}

function formatCell(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = isLikeFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Some spreadsheets read full-width signs as signs, and others skip space before a sign. */
function isLikeFormula(text: string): boolean {
  return /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text)
}
