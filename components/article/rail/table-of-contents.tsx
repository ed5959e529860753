import type { Heading } from '@/lib/kb/articles/article'

/** More entries than this do not fit beside the text; then only those around the current section are open. */
const MAX_OPEN = 24

interface Props {
  readonly headings: readonly Heading[]
  /** All entries are shown, in a list that scrolls with the page. */
  readonly isComplete?: boolean
}

/** Links to the sections of the page, of which browser/contents-mark.ts marks the current one. It stays in view if it fits. */
export function TableOfContents({ headings, isComplete = false }: Props) {
  const parts = toParts(headings)
  const list = (
    <div data-contents className="border-l-2 border-line text-sm">
      <PartList parts={parts} hasFolds={!isComplete && headings.length > MAX_OPEN} />
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
  /** With JavaScript only the parts around the current section are shown. */
  readonly hasFolds: boolean
}

function PartList({ parts, hasFolds }: PartListProps) {
  return (
    <ul className="m-0 list-none p-0">
      {parts.map(({ heading: { id, text }, parts: inside }) => (
        <li key={id}>
          <a href={`#${id}`} className="contents-link">
            {text}
          </a>
          {inside.length > 0 && (
            <div data-parts={hasFolds || undefined} className={`pl-3 ${hasFolds ? 'hidden noscript:block' : ''}`}>
              <PartList parts={inside} hasFolds={hasFolds} />
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
