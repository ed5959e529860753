import type { ReactNode } from 'react'

/** What the search box takes, for a reader who has typed or found nothing. `children` come first. */
export function SearchHints({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="max-w-measure">
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      <ul className="list-disc space-y-1 pl-6 marker:text-muted [&_code]:rounded [&_code]:bg-wash [&_code]:px-1 [&_code]:text-[0.9em]">
        {children}
        <li>an article number, with or without KB or Q; the first digits will do</li>
        <li>the URL of a support article</li>
        <li>an error code, or the words of an error message</li>
        <li>
          words from the title or text, <code>"an exact phrase"</code>, or <code>-word</code> to exclude
        </li>
        <li>
          filters: <code>product:exchange</code>, <code>kind:how-to</code>, <code>state:current</code>,{' '}
          <code>year:1999</code>
        </li>
      </ul>
    </section>
  )
}
