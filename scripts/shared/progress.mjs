const BAR_LENGTH = 20
const BAR_MS = 100
const LINE_MS = 5000

/**
 * Runs one step of a command. Prints its title before and its duration afterwards.
 *
 * @template Result
 * @param {string} title
 * @param {() => Result | Promise<Result>} run
 * @returns {Promise<Result>}
 */
export async function step(title, run) {
  const began = performance.now()
  console.log(`${title} ...`)
  const result = await run()
  console.log(`  done in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}

/**
 * Shows how far a command is: on a terminal a bar that is drawn over itself, elsewhere a line every few seconds. `share`
 * goes from 0 to 1, and `count` is what the rate counts: `{ share: 0.5, count: 1200, what: '1,200 articles' }`.
 *
 * @param {{ isTTY?: boolean, columns?: number, write: (text: string) => unknown }} [stream]
 * @param {() => number} [now]
 */
export function createProgress(stream = process.stderr, now = () => performance.now()) {
  const began = now()
  const interval = stream.isTTY ? BAR_MS : LINE_MS
  let next = began + interval
  let isShown = false
  return {
    /** @param {{ share: number, count: number, what: string }} progress */
    show(progress) {
      if (now() < next) return
      next = now() + interval
      isShown = true
      const text = formatProgress(progress, (now() - began) / 1000)
      if (stream.isTTY)
        stream.write(`\r${`${drawBar(progress.share)} ${text}`.slice(0, (stream.columns ?? 80) - 1)}\u001b[K`)
      else stream.write(`  ${text}\n`)
    },
    /** Removes the bar, so that what follows begins on a line of its own. Gives whether anything was shown. */
    clear() {
      if (stream.isTTY && isShown) stream.write('\r\u001b[K')
      return isShown
    },
  }
}

/** ` 42 %  25,310 articles, 1,045/s, 34 s left` */
export function formatProgress({ share, count, what }, seconds) {
  const percent = String(Math.floor(share * 100)).padStart(3)
  const rate = seconds > 0 ? Math.round(count / seconds) : 0
  return `${percent} %  ${what}, ${formatCount(rate)}/s, ${formatRest(share, seconds)} left`
}

/**
 * Formats a number as `60,338` on any machine; with a noun as `60,338 articles` or `1 article`.
 *
 * @param {number} count
 * @param {string} [noun]
 */
export function formatCount(count, noun) {
  const figure = count.toLocaleString('en-US')
  if (noun === undefined) return figure
  return `${figure} ${count === 1 ? noun : `${noun}s`}`
}

/** `[########............]` */
function drawBar(share) {
  return `[${'#'.repeat(Math.floor(share * BAR_LENGTH)).padEnd(BAR_LENGTH, '.')}]`
}

function formatRest(share, seconds) {
  if (share === 0) return '?'
  const left = Math.ceil((seconds / share) * (1 - share))
  return left < 120 ? `${left} s` : `${Math.ceil(left / 60)} min`
}
