import type { ReactNode } from 'react'
import { LinkPreview } from '@/components/article/preview/link-preview'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'
import { SkipLink } from './skip-link'

interface Props {
  readonly children: ReactNode
  /** False where the page has a search box of its own. */
  readonly hasSearch?: boolean
  /** What the search box holds. */
  readonly searchText?: string
}

/** Header and footer around the content of a page. */
export function PageShell({ children, hasSearch = true, searchText }: Props) {
  return (
    <>
      <SkipLink />
      <SiteHeader hasSearch={hasSearch} searchText={searchText} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-site flex-1 px-5 pb-16 pt-6 outline-none md:px-7 md:pb-20 md:pt-8 print:p-0"
      >
        {children}
      </main>
      <SiteFooter />
      <LinkPreview />
    </>
  )
}
