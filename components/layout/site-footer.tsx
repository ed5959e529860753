import { PRODUCTS_URL, RELEASES_URL, SIGNATURES_URL, searchUrl, UPDATES_URL, WANTED_URL } from '@/lib/urls'

const LINKS = [
  ['Search', searchUrl({})],
  ['All products', PRODUCTS_URL],
  ['All update series', UPDATES_URL],
  ['Releases', RELEASES_URL],
  ['Error codes and events', SIGNATURES_URL],
  ['Missing articles', WANTED_URL],
] as const

export function SiteFooter() {
  return (
    <footer className="mt-auto border-t border-line text-sm text-muted print:hidden">
      <div className="mx-auto grid w-full max-w-site grid-cols-[max-content_minmax(0,1fr)] gap-x-8 gap-y-1 px-5 py-6 sm:flex sm:flex-wrap sm:gap-x-6 sm:items-center md:px-7">
        <span className="col-span-2 sm:mr-auto">KB Viewer</span>
        {LINKS.map(([text, url]) => (
          <a key={url} href={url} className="py-1 text-muted quiet-link">
            {text}
          </a>
        ))}
      </div>
    </footer>
  )
}
