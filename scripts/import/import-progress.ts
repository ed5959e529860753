import type { ImportProgress } from './run-import'

/** What the progress of an import is shown on: a terminal, or anything that takes lines. */
export interface ProgressStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** Shows how far the import is: a bar that is drawn over itself on a terminal, else a line every few seconds. */
export function createProgressDisplay(stream: ProgressStream, now: () => number) {
  const started = now()
  const interval = stream.isTTY ? 100 : 5000
  let next = started + interval
  let isDrawn = false
  return {
    show(progress: ImportProgress) {
      if (now() < next) return
      next = now() + interval
      const text = formatProgress(progress, (now() - started) / 1000)
      if (stream.isTTY) stream.write(`\r${text.slice(0, (stream.columns ?? 80) - 1)}\u001b[K`)
      else stream.write(`${text}\n`)
      isDrawn = true
    },
    /** Takes the bar away, so that what follows begins on a line of its own. */
    clear() {
      if (stream.isTTY && isDrawn) stream.write('\r\u001b[K')
    },
  }
}

/** `[########............]  42 %  25,310 articles  1,045/s  0:34 left` */
export function formatProgress({ readBytes, totalBytes, articles }: ImportProgress, seconds: number): string {
  const share = totalBytes === 0 ? 1 : Math.min(readBytes / totalBytes, 1)
  const bar = '#'.repeat(Math.floor(share * 20)).padEnd(20, '.')
  const percent = String(Math.floor(share * 100)).padStart(3)
  const rate = seconds > 0 ? Math.round(articles / seconds) : 0
  const left = share > 0 ? formatDuration((seconds / share) * (1 - share)) : '?'
  return `[${bar}] ${percent} %  ${formatCount(articles)} articles  ${formatCount(rate)}/s  ${left} left`
}

/** 60338 becomes `60,338`, on any machine. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US')
}

function formatDuration(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
