import { DateText } from '@/components/article/date-text'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { NewerForProduct as Newer } from '@/lib/kb/updates/succession'
import { articleUrl } from '@/lib/urls'

/** Names what is newer for the product than the whole series, and what has to be installed first. */
export function NewerForProduct({ newer: { product, shortName, release, update } }: { newer: Newer }) {
  const released = update ? update.released : release.released
  return (
    <>
      <strong className="text-amber">Newer for {product}:</strong>{' '}
      {update ? (
        <a href={articleUrl(update.number)}>
          {shortName} {update.shortTitle ?? update.title} ({formatKbNumber(update.number)})
        </a>
      ) : (
        release.name
      )}
      {released && (
        <>
          , <DateText date={released} />
        </>
      )}
      .
      {update && (
        <> It needs {release.article ? <a href={articleUrl(release.article)}>{shortName}</a> : shortName} first.</>
      )}
    </>
  )
}
