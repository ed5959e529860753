/** `> > 1. - ` a hundred times: the parser recurses once per level. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){101}/m
/** The archive's articles have at most 5,096 marks and 2,274 lines. */
const MAX_MARKS = 50_000
const MAX_LINES = 20_000
/** With as many marks and lines together, the parser takes less than half a second for each arrangement that is known. */
const QUICK_PARTS = 2000
/** One mark may make the parser look ahead to the end of the text, which takes 25 nanoseconds a character. */
const QUICK_STEPS = 20_000_000
const QUICK_LENGTH = 60_000

/** By character code: 1 for a character that may be markup. A table, since every character of the collection is looked up. */
const IS_MARK = new Uint8Array(128)
for (const mark of '*_~[]()<>`!&\\|^') IS_MARK[mark.charCodeAt(0)] = 1
const LINE_FEED = 10

/** Throws a `RangeError` for a body with so much structure that it cannot be an article. */
export function refuseExcess(body: string): void {
  if (TOO_DEEP.test(body)) {
    throw new RangeError('The body nests lists or quotations too deeply. Reduce the nesting.')
  }
  const { marks, lines } = countParts(body)
  if (marks > MAX_MARKS) {
    throw new RangeError('The body has more than 50,000 marks such as "*", "[" and "|". Split the article.')
  }
  if (lines > MAX_LINES) throw new RangeError('The body has more than 20,000 lines. Split the article.')
}

/**
 * Tells whether the parser may take long for a body. Only the clock can tell, since many arrangements of marks cost the
 * square of their number; a body for which this is false renders in less than a second.
 */
export function mayTakeLong(body: string): boolean {
  const { marks, lines } = countParts(body)
  return body.length > QUICK_LENGTH || marks + lines > QUICK_PARTS || marks * body.length > QUICK_STEPS
}

/** Counts the characters that may be markup, and the lines. */
function countParts(body: string): { marks: number; lines: number } {
  let marks = 0
  let lines = 0
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at)
    if (code === LINE_FEED) lines++
    else if (IS_MARK[code] === 1) marks++
  }
  return { marks, lines }
}
