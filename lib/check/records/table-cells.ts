/** How the rows of a table are divided. */
export interface TableLayout {
  readonly names: readonly string[]
  /** The sign between two cells. */
  readonly separator?: string
  /** Where each column begins, in a table of aligned columns. */
  readonly starts: readonly number[]
}

/** A word of a row and where it begins. */
interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Gives the cells of a row by the order of the columns. What cannot be assigned to a column is left out. */
export function splitRow(line: string, layout: TableLayout): (string | undefined)[] {
  if (layout.separator !== undefined) return splitCells(line, layout.separator)
  const wide = splitAtGaps(line)
  if (wide.length === layout.names.length) return wide
  return isAligned(layout) ? cellsByPlace(line, layout.starts) : cellsAtEdges(line, layout.names)
}

/** Splits a line at a separator. Quotes hold a cell together; the bars around a row of Markdown are no cells. */
export function splitCells(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const character of separator === '|' ? line.trim().replace(/^\||\|$/g, '') : line) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += character
  }
  return [...cells, cell.trim()]
}

/** Splits a line where two or more blanks, or a tab, stand between words. */
export function splitAtGaps(line: string): string[] {
  const text = line.trim()
  return text === '' ? [] : text.split(/\s{2,}|\t/)
}

/** Columns that two blanks at least keep apart somewhere; else the blanks of the table got lost on the way. */
function isAligned({ names, starts }: TableLayout): boolean {
  return names.some((name, index) => {
    const next = starts[index + 1]
    return next !== undefined && next - (starts[index] ?? 0) > name.length + 1
  })
}

/** A word belongs to the last column that begins before the word ends: values are often a little off their column. */
function cellsByPlace(line: string, starts: readonly number[]): (string | undefined)[] {
  const cells: string[] = starts.map(() => '')
  for (const word of listWords(line)) {
    const column = Math.max(
      0,
      starts.findLastIndex((start) => start < word.end),
    )
    cells[column] = `${cells[column]} ${word.text}`.trim()
  }
  return cells.map((cell) => cell || undefined)
}

/** Columns whose values have no blanks, so that a word is a cell. */
const WORD_COLUMNS = /^(?:caption|csname|node|source|server|(?:ps)?computername|hotfixid|pscomputername)$/i

/** Without columns the first and the last word of a row are certain, and the words beside them while no cell has several. */
function cellsAtEdges(line: string, names: readonly string[]): (string | undefined)[] {
  const words = line.trim().split(/\s+/)
  const count = names.length
  if (words.length === count) return words
  const fromLeft = countWhile(names)
  const fromRight = countWhile([...names].reverse())
  return names.map((_, index) => {
    if (index === 0 || index < fromLeft) return words[index]
    return index === count - 1 || count - index <= fromRight ? words[words.length - (count - index)] : undefined
  })
}

function countWhile(names: readonly string[]): number {
  const end = names.findIndex((name) => !WORD_COLUMNS.test(name))
  return end === -1 ? names.length : end
}

function listWords(line: string): Word[] {
  return Array.from(line.matchAll(/\S+/g), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}
