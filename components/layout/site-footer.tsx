import { PRODUCTS_URL, RELEASES_URL, SIGNATURES_URL, searchUrl, UPDATES_URL, WANTED_URL } from '@/lib/urls'

/** The line at the end of every page. */
export function SiteFooter() {
  return (
    <footer className="mt-auto border-t border-line text-sm text-muted print:hidden">
      <div className="mx-auto grid w-full max-w-site grid-cols-[max-content_minmax(0,1fr)] gap-x-8 gap-y-1 px-5 py-6 sm:flex sm:flex-wrap sm:gap-x-6 sm:items-center md:px-7">
        <span className="col-span-2 sm:mr-auto">KB Viewer</span>
        <a href={searchUrl({})} className="py-1 text-muted quiet-link">
          Search
        </a>
        <a href={PRODUCTS_URL} className="py-1 text-muted quiet-link">
          All products
        </a>
        <a href={UPDATES_URL} className="py-1 text-muted quiet-link">
          All update lines
        </a>
        <a href={RELEASES_URL} className="py-1 text-muted quiet-link">
          Releases
        </a>
        <a href={SIGNATURES_URL} className="py-1 text-muted quiet-link">
          Error codes and events
        </a>
        <a href={WANTED_URL} className="py-1 text-muted quiet-link">
          Wanted articles
        </a>
      </div>
    </footer>
  )
}
