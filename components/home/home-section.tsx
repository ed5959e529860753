import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly children: ReactNode
  /** Where all of it stands, and the words of that link. */
  readonly url?: string
  readonly more?: string
}

/** A part of the home page under its heading. */
export function HomeSection({ title, url, more, children }: Props) {
  return (
    <section className="mb-12 last:mb-0">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 className="text-[1.375rem] font-[640]">{title}</h2>
        {url && (
          <a href={url} className="py-1 text-sm quiet-link">
            {more}
          </a>
        )}
      </div>
      {children}
    </section>
  )
}
