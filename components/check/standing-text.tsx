import type { ReactNode } from 'react'
import { DateText } from '@/components/article/date-text'
import { ReferenceLink, referenceTo } from '@/components/article/reference-link'
import { nameLastUpdate } from '@/components/article/supersedence/name-last-update'
import { NewerForProduct } from '@/components/article/supersedence/newer-for-product'
import { Badge } from '@/components/ui/badge'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { Series } from '@/lib/kb/updates/series'
import type { NewerForProduct as Newer } from '@/lib/kb/updates/succession'

interface Props {
  readonly series?: Series
  /** Of what nothing newer is known, where no series file names a product. */
  readonly subject: string
  /** The newest of the series, if it is not installed. */
  readonly install?: ArticleSummary
  /** The newest of the series, if it is installed. */
  readonly newest?: ArticleSummary
  readonly newer?: Newer
  /** Nothing speaks against an all clear. */
  readonly isClear: boolean
  /** How to get to the newest of the series. */
  readonly children?: ReactNode
}

/** What to do: the newest of the series, and what is newer for the product. */
export function StandingText({ series, subject, install, newest, newer, isClear, children }: Props) {
  return (
    <>
      {install && (
        <p>
          <strong className="text-amber">Install instead:</strong>{' '}
          <ReferenceLink reference={referenceTo(install)} text={nameInSeries(install, series)} />
          {install.released && (
            <>
              , <DateText date={install.released} />
            </>
          )}
          .
        </p>
      )}
      {children}
      {newest && newer && (
        <p>
          <Badge tone="plain">{nameLastUpdate(newest)}</Badge>
        </p>
      )}
      {newer && (
        <p>
          <NewerForProduct newer={newer} />
        </p>
      )}
      {newest && isClear && (
        <p>
          <strong className="text-green">
            <span aria-hidden="true">✓ </span>No newer update is known for {series?.product ?? subject}.
          </strong>
        </p>
      )}
      {newest && !isClear && !newer && (
        <p>
          <strong>Newest {series ? `for ${series.shortName}` : 'in its series'}, but not an all clear.</strong>
        </p>
      )}
    </>
  )
}

/** `SP1 Update Rollup 10`. */
export function nameInSeries({ shortTitle, title }: ArticleSummary, series?: Series): string {
  return series && shortTitle ? `${series.shortName} ${shortTitle}` : (shortTitle ?? title)
}
