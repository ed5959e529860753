/** Gives the digits of a text that is the beginning of an article's number, such as `KB 9400`. */
export function parseNumberPrefix(text: string): string | undefined {
  return /^(?:kb|q)?\s?0*([1-9]\d{0,6})$/i.exec(text)?.[1]
}

/** Lists the places of the numbers that begin with the digits, in number order. */
export function listNumbersWithPrefix(numbers: Int32Array, digits: string): number[] {
  const found: number[] = []
  const [scale, sought] = [10 ** digits.length, Number(digits)]
  for (const [place, number] of numbers.entries()) {
    let start = number
    while (start >= scale) start = Math.floor(start / 10)
    if (start === sought) found.push(place)
  }
  return found.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0))
}
