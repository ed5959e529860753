/** Cuts a row of a table at its pipes. */
export function parseCells(row: string): string[] {
  return row
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim().replace(/\s+/g, ' '))
}
