/** So many rows under each other are a table. */
const MIN_ROWS = 3
const MIN_CELLS = 3
/** A longer cell is a sentence, as in a table of events, and may name the problem. */
const MAX_CELL_WORDS = 5

/** Takes the tables off a text whose cells are names and numbers: processes, drivers, connections, files. */
export function withoutTables(text: string): string {
  const lines = text.split('\n')
  const kept: string[] = []
  let rows: string[] = []
  for (const line of [...lines, undefined]) {
    if (line !== undefined && isRow(line)) {
      rows.push(line)
      continue
    }
    if (rows.length < MIN_ROWS) kept.push(...rows)
    rows = []
    if (line !== undefined) kept.push(line)
  }
  return kept.join('\n')
}

function isRow(line: string): boolean {
  const cells = line.trim().split(/ {2,}|\t+| ?\| ?/)
  return cells.length >= MIN_CELLS && cells.every((cell) => cell.split(/\s+/).length <= MAX_CELL_WORDS)
}
