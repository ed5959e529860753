import type { ReactNode } from 'react'
import type { CollectionRooms } from '@/lib/kb/articles/collection-summary'
import { DEFAULT_SITE, type Site } from '@/lib/kb/site'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'
import { SkipLink } from './skip-link'

interface Props {
  readonly children: ReactNode
  /** False where the page has a search box of its own. */
  readonly hasSearch?: boolean
  /** What the search box holds. */
  readonly searchText?: string
  /** What the collection has; without it the navigation names every room. */
  readonly rooms?: CollectionRooms
  /** The path of the page, whose room is marked. */
  readonly path?: string
  readonly site?: Site
  /** What the owner of the site wrote for the footer. */
  readonly footer?: ReactNode
}

/** Header and footer around the content of a page. */
export function PageShell({ children, hasSearch = true, searchText, rooms, path, site = DEFAULT_SITE, footer }: Props) {
  return (
    <>
      <SkipLink />
      <SiteHeader hasSearch={hasSearch} searchText={searchText} rooms={rooms} path={path} site={site} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-site flex-1 px-5 pb-16 pt-6 outline-none md:px-7 md:pb-20 md:pt-8 print:p-0"
      >
        {children}
      </main>
      <SiteFooter rooms={rooms} site={site}>
        {footer}
      </SiteFooter>
    </>
  )
}
