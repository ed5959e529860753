import { DateText } from '@/components/article/date-text'
import type { Series } from '@/lib/kb/updates/series'
import { articleUrl } from '@/lib/urls'

/** A release on the path from an update to one of a later series. */
export function ReleaseStep({ release: { name, article, released, build } }: { release: Series['release'] }) {
  return (
    <li className="relative py-1.5 pl-5">
      <span
        aria-hidden="true"
        className="absolute -left-[7px] top-3.5 size-3 rotate-45 border-2 border-edge bg-paper print:[print-color-adjust:exact]"
      />
      {article ? (
        <a href={articleUrl(article)} className="font-semibold quiet-link">
          {name}
        </a>
      ) : (
        <span className="font-semibold">{name}</span>
      )}
      <span className="block text-sm text-muted">
        {released ? <DateText date={released} /> : 'Date unknown'}
        {build && `, build ${build}`}
      </span>
    </li>
  )
}
