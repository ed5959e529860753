import { CountText } from '@/components/ui/count-text'

interface CountedLink {
  readonly url: string
  readonly name: string
  readonly articleCount: number
}

/** Links with their numbers of articles, in as many columns as fit. */
export function CountedLinks({ links }: { links: readonly CountedLink[] }) {
  return (
    <ul className="m-0 grid list-none grid-cols-1 gap-x-10 p-0 sm:grid-cols-2 lg:grid-cols-3">
      {links.map(({ url, name, articleCount }) => (
        <li key={url} className="flex items-baseline justify-between gap-4 border-b border-line py-2.5">
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
