import type { ReactNode } from 'react'

/** What the search box takes, for a reader who has typed nothing yet or found nothing. More items may come first. */
export function SearchHints({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="max-w-measure">
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      <ul className="list-disc space-y-1 pl-6 marker:text-muted">
        {children}
        <li>a number as you have it: with or without KB or Q, or only its first digits</li>
        <li>the address of an article on a support site</li>
        <li>an error code, or the words of an error message</li>
        <li>any words of a title or a text</li>
      </ul>
    </section>
  )
}
