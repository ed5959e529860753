import type { Condition } from './filter'

const MAX_DIGITS = 7

/** Gives the condition that a number begins with these digits: `9400` covers 9400, 94000-94009, ... 9400000-9400999. */
export function numberPrefixRanges(column: string, digits: string): Condition {
  const ranges: string[] = []
  const parameters: number[] = []
  for (let scale = 1; String(scale).length + digits.length <= MAX_DIGITS + 1; scale *= 10) {
    ranges.push(`${column} BETWEEN ? AND ?`)
    parameters.push(Number(digits) * scale, (Number(digits) + 1) * scale - 1)
  }
  return { condition: ranges.join(' OR '), parameters }
}
