/** The measures of a drawing, in pixels. */
export interface AtlasForm {
  readonly names: number
  /** The room for all years, and the least and most for one. */
  readonly years: number
  readonly leastYear: number
  readonly mostYear: number
}

export const ATLAS_FORMS = {
  wide: { names: 206, years: 978, leastYear: 24, mostYear: 82 },
  narrow: { names: 132, years: 222, leastYear: 36, mostYear: 60 },
} as const satisfies Readonly<Record<string, AtlasForm>>

const HEAD = 28
const CELL_HEIGHT = 26

/** Places the cells of an atlas in its drawing. */
export function layOutAtlas({ names, years, leastYear, mostYear }: AtlasForm, yearCount: number, rowCount: number) {
  const cellWidth = Math.min(Math.max(years / Math.max(yearCount, 1), leastYear), mostYear)
  return {
    width: Math.ceil(names + yearCount * cellWidth),
    height: HEAD + rowCount * CELL_HEIGHT,
    head: HEAD,
    cellWidth,
    cellHeight: CELL_HEIGHT,
    columnAt: (index: number) => names + index * cellWidth,
    lineAt: (row: number) => HEAD + row * CELL_HEIGHT,
  }
}

/** Gives the opacity of a cell, from 0.1 to 1. Counts differ by thousands, so it grows with their square root. */
export function darkness(count: number, most: number): number {
  return most > 0 ? Number((0.1 + 0.9 * Math.sqrt(Math.min(count, most) / most)).toFixed(3)) : 0.1
}
