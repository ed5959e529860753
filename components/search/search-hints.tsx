/** What the search box takes, for a reader who has typed nothing yet or found nothing. */
export function SearchHints({ title }: { title: string }) {
  return (
    <section className="max-w-measure">
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      <ul className="list-disc space-y-1 pl-6 marker:text-muted">
        <li>a number as you have it: with or without KB or Q, or only its first digits</li>
        <li>the address of an article on a support site</li>
        <li>fewer words, or the one that is rarest</li>
        <li>the exact words of an error message, or its error code</li>
      </ul>
    </section>
  )
}
