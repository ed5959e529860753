const NUMBER = new Intl.NumberFormat('en-US')

/** A number, alone or of things in words: "60,338", "1 article", "60,338 articles". */
export function CountText({ count, noun }: { count: number; noun?: string }) {
  return (
    <span className="tabular-nums">
      {NUMBER.format(count)}
      {noun && ` ${count === 1 ? noun : `${noun}s`}`}
    </span>
  )
}
