import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { Finding, Problem } from './legacy-record'

/** A check of what stands around the text of an article. */
export interface FrameCheck<Frame> {
  readonly kind: string
  /** The line of the file, 1 unless given. */
  readonly line?: number
  readonly fails: (frame: Frame) => boolean
  readonly what: (frame: Frame) => string
  readonly handled: (frame: Frame) => string
}

/** Whose problems they are. */
export interface ProblemPlace {
  readonly file: string
  readonly number: KbNumber | undefined
}

/** Lists what is wrong with a frame, in the order of the checks. */
export function checkFrame<Frame>(checks: readonly FrameCheck<Frame>[], frame: Frame, place: ProblemPlace): Problem[] {
  return checks
    .filter(({ fails }) => fails(frame))
    .map(({ kind, line = 1, what, handled }) =>
      toProblem({ line, what: what(frame), handled: handled(frame), kind }, place),
    )
}

/** Says whose problem a finding is. */
export function toProblem(finding: Finding, { file, number }: ProblemPlace): Problem {
  return { file, ...finding, ...(number !== undefined && { number }) }
}
