'use client' // Scrolling marks the current section.

import { useEffect, useState } from 'react'
import type { Heading } from '@/lib/kb/articles/article'

/** More entries than this do not fit beside the text; then only those around the current section are open. */
const MAX_OPEN = 24
/** The height of the site header in pixels, which covers what scrolls below it. */
const HEADER_HEIGHT = 90

interface Props {
  readonly headings: readonly Heading[]
  /** All entries are shown, in a list that scrolls with the page. */
  readonly isComplete?: boolean
}

/** Links to the sections of the page; the current one is marked. It stays in view if it fits, and never scrolls by itself. */
export function TableOfContents({ headings, isComplete = false }: Props) {
  const current = useCurrentSection(headings)
  const parts = toParts(headings)
  const openIds = isComplete || headings.length <= MAX_OPEN ? undefined : new Set(pathTo(parts, current))
  const list = (
    <div className="border-l-2 border-line text-sm">
      <PartList parts={parts} current={current} openIds={openIds} />
    </div>
  )
  if (isComplete) return list
  return (
    <div className={parts.length <= MAX_OPEN ? 'sticky top-[84px]' : undefined}>
      <h2 className="label mb-2.5">On this page</h2>
      {list}
    </div>
  )
}

/** A section with those inside it. */
interface Part {
  readonly heading: Heading
  readonly parts: Part[]
}

interface PartListProps {
  readonly parts: readonly Part[]
  readonly current?: string
  /** The sections whose parts are shown; without it, those of all. */
  readonly openIds?: ReadonlySet<string>
}

function PartList({ parts, current, openIds }: PartListProps) {
  return (
    <ul className="m-0 list-none p-0">
      {parts.map(({ heading: { id, text }, parts: inside }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            aria-current={id === current ? 'location' : undefined}
            // A heavier weight would shift the words, so the current link has a stroke.
            className={`block py-1 pl-3.5 pr-1 leading-snug quiet-link [overflow-wrap:anywhere] ${
              id === current
                ? 'text-accent shadow-[inset_2px_0_0_0_var(--color-accent)] [-webkit-text-stroke:0.35px_currentColor]'
                : 'text-ink'
            }`}
          >
            {text}
          </a>
          {inside.length > 0 && (
            <div className={`pl-3 ${openIds && !openIds.has(id) ? 'hidden noscript:block' : ''}`}>
              <PartList parts={inside} current={current} openIds={openIds} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Puts each heading into the nearest one above it that is less deep. */
function toParts(headings: readonly Heading[]): readonly Part[] {
  const top: Part[] = []
  let path: Part[] = []
  for (const heading of headings) {
    path = path.filter((open) => open.heading.depth < heading.depth)
    const part = { heading, parts: [] }
    ;(path.at(-1)?.parts ?? top).push(part)
    path.push(part)
  }
  return top
}

/** Lists the ids of a section and of those around it. */
function pathTo(parts: readonly Part[], id: string | undefined): readonly string[] {
  for (const part of parts) {
    if (part.heading.id === id) return [part.heading.id]
    const inside = pathTo(part.parts, id)
    if (inside.length > 0) return [part.heading.id, ...inside]
  }
  return []
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
