/** A figure of one program in each round, in the unit of its row. */
export interface Figure {
  readonly what: string
  readonly unit: string
  readonly program: string
  readonly rounds: readonly number[]
  readonly median: number
}

/** Collects figures of several programs over several rounds. */
export class Rounds {
  readonly #values = new Map<string, { what: string; unit: string; program: string; rounds: number[] }>()

  add(program: string, what: string, unit: string, value: number): void {
    const key = `${what}\n${program}`
    const known = this.#values.get(key) ?? { what, unit, program, rounds: [] }
    known.rounds.push(value)
    this.#values.set(key, known)
  }

  list(): Figure[] {
    return [...this.#values.values()].map((figure) => ({ ...figure, median: medianOf(figure.rounds) }))
  }
}

/** The middle value; of an even number the lower of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
}

/** Gives a program its place in the order of a round: each is first, last and between others equally often. */
export function inTurn<Program>(programs: readonly Program[], round: number): readonly Program[] {
  const first = round % Math.max(1, programs.length)
  return [...programs.slice(first), ...programs.slice(0, first)]
}

/** Formats medians as a Markdown table: a row for each figure, and for each peer how many times as much ours is. */
export function formatRounds(figures: readonly Figure[], ours: string): string {
  const peers = [...new Set(figures.map(({ program }) => program))].filter((program) => program !== ours)
  const find = (what: string, program: string) =>
    figures.find((figure) => figure.what === what && figure.program === program)
  const head = ['what', ours, ...peers.flatMap((peer) => [peer, `ours / ${peer}`])]
  const rows = [...new Set(figures.map(({ what }) => what))].map((what) => {
    const own = find(what, ours)
    return [
      what,
      formatFigure(own),
      ...peers.flatMap((peer) => {
        const other = find(what, peer)
        return [formatFigure(other), own && other?.median ? (own.median / other.median).toFixed(2) : '-']
      }),
    ]
  })
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** The median, and the least and the most of all rounds. */
function formatFigure(figure: Figure | undefined): string {
  if (!figure) return '-'
  const { rounds, median, unit } = figure
  const range = rounds.length > 1 ? ` (${formatValue(Math.min(...rounds))}-${formatValue(Math.max(...rounds))})` : ''
  return `${formatValue(median)} ${unit}${range}`.replace(' /s', '/s')
}

function formatValue(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(1)
}
