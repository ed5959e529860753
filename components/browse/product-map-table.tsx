import { DateText } from '@/components/article/date-text'
import { isNewestOfLine } from '@/lib/kb/articles/article'
import type { ProductTrack } from '@/lib/kb/updates/product-lines'
import { articleUrl, lineUrl } from '@/lib/urls'

interface Props {
  readonly product: string
  readonly tracks: readonly ProductTrack[]
  /** The line that the page is about. */
  readonly line?: string
}

/** The releases of a product, each with its date, its build and its newest update. */
export function ProductMapTable({ product, tracks, line }: Props) {
  return (
    <table className="w-full max-w-measure border-collapse text-left [&_td]:py-1.5 [&_td]:pr-4 [&_th]:py-1.5 [&_th]:pr-4">
      <caption className="sr-only">Releases of {product}</caption>
      <thead>
        <tr className="border-b border-line">
          <th scope="col">Release</th>
          <th scope="col">Released</th>
          <th scope="col">Newest update</th>
        </tr>
      </thead>
      <tbody>
        {tracks.map(({ series, line: updates }) => (
          <tr key={series.line} className="border-b border-line align-baseline">
            <th scope="row" className="font-normal">
              {updates && series.line !== line ? (
                <a href={lineUrl(updates.slug)}>{series.shortName}</a>
              ) : (
                series.shortName
              )}
              {series.release.build && <span className="block tabular-nums">{series.release.build}</span>}
            </th>
            <td>{series.release.released ? <DateText date={series.release.released} /> : 'Date unknown'}</td>
            <td>
              <NewestOf updates={updates?.updates ?? []} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NewestOf({ updates }: { updates: NonNullable<ProductTrack['line']>['updates'] }) {
  const newest = updates.findLast(({ state }) => isNewestOfLine(state))
  if (!newest) return 'Unknown'
  return (
    <>
      <a href={articleUrl(newest.number)}>{newest.shortTitle ?? newest.title}</a>
      {newest.released && (
        <span className="block">
          <DateText date={newest.released} />
        </span>
      )}
    </>
  )
}
