const NUMBER = new Intl.NumberFormat('en-US')

/** A number of things in words: "1 article", "60,338 articles". */
export function CountText({ count, noun }: { count: number; noun: string }) {
  return (
    <span className="tabular-nums">
      {NUMBER.format(count)} {count === 1 ? noun : `${noun}s`}
    </span>
  )
}
