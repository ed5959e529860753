import type { ReactNode } from 'react'

/** What the search box takes, for a reader who has typed nothing yet or found nothing. More items may come first. */
export function SearchHints({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="max-w-measure">
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      <ul className="list-disc space-y-1 pl-6 marker:text-muted [&_code]:rounded [&_code]:bg-wash [&_code]:px-1 [&_code]:text-[0.9em]">
        {children}
        <li>a number as you have it: with or without KB or Q, or only its first digits</li>
        <li>the address of an article on a support site</li>
        <li>an error code, or the words of an error message</li>
        <li>
          any words of a title or a text, <code>"words that belong together"</code>, and <code>-word</code> for what
          must not be there
        </li>
        <li>
          what narrows it: <code>product:exchange</code>, <code>kind:how-to</code>, <code>state:current</code>,{' '}
          <code>year:1999</code>
        </li>
      </ul>
    </section>
  )
}
