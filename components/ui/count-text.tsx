const NUMBER = new Intl.NumberFormat('en-US')

/** Formats a count of things: "1 article", "60,338 articles", "2 fixes". */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? noun : plural}`
}

/** A number, alone or with what it counts. */
export function CountText({ count, noun }: { count: number; noun?: string }) {
  return <span className="tabular-nums">{noun ? formatCount(count, noun) : NUMBER.format(count)}</span>
}
