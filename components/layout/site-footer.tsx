import { memo, type ReactNode } from 'react'
import type { CollectionRooms } from '@/lib/kb/articles/collection-summary'
import type { Site } from '@/lib/kb/site'
import { listAllRooms } from './site-navigation'

interface Props {
  readonly rooms?: CollectionRooms
  readonly site: Site
  readonly children?: ReactNode
}

/** The name of the site, its rooms, and what its owner has to say on every page. */
export const SiteFooter = memo(function SiteFooter({ rooms, site, children }: Props) {
  return (
    <footer className="mt-auto border-t border-line text-sm text-muted print:hidden">
      <div className="mx-auto grid w-full max-w-site grid-cols-[max-content_minmax(0,1fr)] gap-x-8 gap-y-1 px-5 py-6 sm:flex sm:flex-wrap sm:gap-x-6 sm:items-center md:px-7">
        <span className="col-span-2 sm:mr-auto">{site.name}</span>
        {listAllRooms(rooms).map(({ name, url }) => (
          <a key={url} href={url} className="py-1 text-muted quiet-link">
            {name}
          </a>
        ))}
      </div>
      {(children !== undefined || site.disclaimer) && (
        <div className="mx-auto w-full max-w-site space-y-1 px-5 pb-6 md:px-7">
          {children}
          {site.disclaimer && <p>{site.disclaimer}</p>}
        </div>
      )}
    </footer>
  )
})
