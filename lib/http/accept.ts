/**
 * Gives the media type of `offered` that an Accept header prefers, the first of equals; `undefined` if it takes none of them.
 * `application/*` and a type without parameters are enough to match.
 */
export function preferredType<Type extends string>(accept: string | null, offered: readonly Type[]): Type | undefined {
  if (accept === null || accept.trim() === '') return offered[0]
  const ranges = accept.slice(0, 1000).toLowerCase().split(',').map(parseRange)
  const rated = offered.map((type) => ({ type, quality: qualityOf(type, ranges) }))
  const best = rated.reduce((one, other) => (other.quality > one.quality ? other : one), {
    type: offered[0],
    quality: 0,
  })
  return best.quality > 0 ? best.type : undefined
}

interface Range {
  readonly type: string
  readonly quality: number
}

function parseRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim())
  const quality = parameters.flatMap((parameter) => /^q=(\d(?:\.\d{1,3})?)$/.exec(parameter)?.[1] ?? [])[0]
  return { type, quality: quality === undefined ? 1 : Math.min(1, Number(quality)) }
}

/** The most exact range counts: `text/markdown;q=0, *\/*` refuses Markdown. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const names = [type, `${type.split('/')[0]}/*`, '*/*']
  for (const name of names) {
    const range = ranges.find((one) => one.type === name)
    if (range) return range.quality
  }
  return 0
}
