'use client' // Scrolling marks the current section.

import { useEffect, useState } from 'react'
import type { Heading } from '@/lib/kb/articles/article'

/** Deeper headings are left out. */
const MAX_DEPTH = 3
/** The height of the site header in pixels, which covers what scrolls below it. */
const HEADER_HEIGHT = 90

/** Links to the sections of the page; the current one is marked. */
export function TableOfContents({ headings }: { headings: readonly Heading[] }) {
  const entries = headings.filter(({ depth }) => depth <= MAX_DEPTH)
  const current = useCurrentSection(entries)
  return (
    <ul className="m-0 list-none border-l-2 border-line p-0 text-sm">
      {entries.map(({ id, text, depth }) => (
        <li key={id} className="-ml-0.5">
          <a
            href={`#${id}`}
            aria-current={id === current ? 'location' : undefined}
            // A heavier weight would shift the words, so the current link has a stroke.
            className={`block border-l-2 py-1 pr-1 leading-snug quiet-link ${depth > 2 ? 'pl-7' : 'pl-3.5'} ${
              id === current
                ? 'border-accent text-accent [-webkit-text-stroke:0.35px_currentColor]'
                : 'border-transparent text-ink'
            }`}
          >
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

function useCurrentSection(entries: readonly Heading[]): string | undefined {
  const ids = entries.map(({ id }) => id).join(' ')
  const [current, setCurrent] = useState<string>()
  useEffect(() => {
    let frame = 0
    const update = () => {
      frame = 0
      setCurrent(findCurrent(ids.split(' ')))
    }
    const schedule = () => {
      frame ||= requestAnimationFrame(update)
    }
    schedule()
    addEventListener('scroll', schedule, { passive: true })
    addEventListener('resize', schedule, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', schedule)
      removeEventListener('resize', schedule)
    }
  }, [ids])
  return current
}

/** Finds the last heading above a line, which moves down toward the end of the page so that short last sections count. */
function findCurrent(ids: readonly string[]): string | undefined {
  const { scrollHeight } = document.documentElement
  const range = scrollHeight - innerHeight
  const readingLine = HEADER_HEIGHT + 30 + (range > 0 ? scrollY / range : 0) ** 4 * (innerHeight - HEADER_HEIGHT)
  const topOf = (id: string) => document.getElementById(id)?.getBoundingClientRect().top ?? Infinity
  return ids.findLast((id) => topOf(id) <= readingLine) ?? ids[0]
}
