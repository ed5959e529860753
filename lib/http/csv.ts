type Cell = string | number | undefined

/**
 * Formats rows as comma-separated values (RFC 4180). Spreadsheets run a cell that starts like a formula even if it is quoted, so
 * such a cell starts with an apostrophe: `=1+1` becomes `'=1+1`.
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

/** Some spreadsheets read full-width signs as signs, and others skip space before a sign. */
function isLikeFormula(text: string): boolean {
  return /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text)
}
