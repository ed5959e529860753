import type { ComponentProps } from 'react'
import { MarkdownText } from '@/components/article/body/article-body'
import { PageShell } from '@/components/layout/page-shell'
import { getSiteTexts, index, site } from '@/lib/collection'
import { getCollectionRooms } from '@/lib/kb-index/read/collection-rooms'
import { getRequestedPath } from './request-headers'

type Properties = Omit<ComponentProps<typeof PageShell>, 'rooms' | 'path' | 'site' | 'footer'>

/** The shell of every page that has the index: its navigation says what the collection has, and where the reader is. */
export async function SiteShell(properties: Properties) {
  return <ShellOfSite {...properties} path={await getRequestedPath()} />
}

/** The same for a page that knows its path. */
export function ShellOfSite(properties: Properties & { readonly path: string }) {
  const lines = getSiteTexts(index()).footer
  return (
    <PageShell
      {...properties}
      rooms={getCollectionRooms(index())}
      site={site()}
      footer={lines.length > 0 ? lines.map((tree, at) => <MarkdownText key={String(at)} tree={tree} />) : undefined}
    />
  )
}
