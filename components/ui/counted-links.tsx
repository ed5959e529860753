import type { ReactNode } from 'react'
import { CountText } from './count-text'

interface CountedLink {
  readonly url: string
  readonly name: ReactNode
  readonly articleCount: number
}

const LAYOUTS = {
  columns: 'grid grid-cols-1 gap-x-10 sm:grid-cols-2 lg:grid-cols-3 *:py-2.5',
  list: '*:py-2',
} as const

interface Props {
  readonly links: readonly CountedLink[]
  /** `columns` fills the page with as many columns as fit. */
  readonly layout?: keyof typeof LAYOUTS
}

/** Links, each with its number of articles. */
export function CountedLinks({ links, layout = 'columns' }: Props) {
  return (
    <ul className={`m-0 list-none p-0 ${LAYOUTS[layout]}`}>
      {links.map(({ url, name, articleCount }) => (
        <li key={url} className="flex items-baseline justify-between gap-4 border-b border-line">
          <a href={url} className="min-w-0 quiet-link [overflow-wrap:anywhere]">
            {name}
          </a>
          <span className="flex-none text-sm text-muted">
            <CountText count={articleCount} noun="article" />
          </span>
        </li>
      ))}
    </ul>
  )
}
