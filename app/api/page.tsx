import type { Metadata } from 'next'
import { listRouteDescriptions } from '@/app/api/describe-routes'
import { SiteShell } from '@/app/site-shell'
import { ApiRouteEntry } from '@/components/api/api-route-entry'
import { PageTitle } from '@/components/ui/page-title'
import { API_PAGE_URL, API_URL, OPENAPI_URL } from '@/lib/urls'

export const metadata: Metadata = {
  title: 'API',
  description: 'Articles, searches and verdicts as JSON, without keys.',
  alternates: { canonical: API_PAGE_URL },
}

/** Every address of the API with what it takes and answers, from the schemas that describe its answers. */
export default function ApiPage() {
  return (
    <SiteShell>
      <PageTitle title="API">
        Articles, searches and verdicts as JSON, without keys, below <code>{API_URL}</code>. For programs:{' '}
        <a href={OPENAPI_URL}>OpenAPI 3.1</a>.
      </PageTitle>
      <p className="mb-8 max-w-measure">
        Every answer to GET has an <code>ETag</code> and <code>Last-Modified</code>; send <code>If-None-Match</code> and
        you get 304 while nothing has changed. Errors have one shape:{' '}
        <code>{'{ "error": { "status": 404, "message": "…" } }'}</code>. A superseded article is answered like any
        other: look at <code>state</code> and <code>currentArticle</code> before you quote it.
      </p>
      {listRouteDescriptions().map((route) => (
        <ApiRouteEntry key={route.id} route={route} />
      ))}
    </SiteShell>
  )
}
