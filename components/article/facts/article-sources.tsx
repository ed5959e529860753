import { DateText } from '@/components/article/date-text'
import { OutsideLink } from '@/components/article/outside-link'
import { formatCount } from '@/components/ui/count-text'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import type { SiteSource } from '@/lib/kb/site'
import { FactSection } from './fact-section'

/** A link to it opens the list. */
export const SOURCES_ID = 'sources'

interface Props {
  readonly frontMatter: FrontMatter
  readonly attribution?: SiteSource
}

/** Where the text and the facts come from, and whom to name for it. */
export function ArticleSources({ frontMatter: { source, sources = [] }, attribution }: Props) {
  const licence = source?.licence ?? attribution?.licence
  if (!source && sources.length === 0) return null
  return (
    <FactSection title="Sources">
      <div className="max-w-measure space-y-1.5 text-sm [overflow-wrap:anywhere] [&_a]:inline-block [&_a]:py-0.5">
        {source?.url && <OutsideLink url={source.url} />}
        {source?.file && <p>Imported from {source.file}</p>}
        {source?.repository && <OutsideLink url={source.repository} />}
        {attribution && <p>By {attribution.attribution}</p>}
        {licence && <p>Licence: {licence}. The form of the text was changed, not its words.</p>}
        {source?.captured && (
          <p className="text-muted">
            Copied <DateText date={source.captured} form="sentence" />
          </p>
        )}
        {sources.length > 0 && (
          <details>
            <summary className="min-h-6">{formatCount(sources.length, 'source')}</summary>
            <dl id={SOURCES_ID} className="m-0">
              {sources.map(({ facts, url }) => (
                <div key={`${facts} ${url}`} className="mt-2">
                  <dt className="text-muted">{facts}</dt>
                  <dd className="m-0">
                    <OutsideLink url={url} />
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
    </FactSection>
  )
}
