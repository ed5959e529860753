import type { CollectionRooms } from '@/lib/kb/articles/collection-summary'
import { listAllRooms } from './site-navigation'

export function SiteFooter({ rooms }: { rooms?: CollectionRooms }) {
  return (
    <footer className="mt-auto border-t border-line text-sm text-muted print:hidden">
      <div className="mx-auto grid w-full max-w-site grid-cols-[max-content_minmax(0,1fr)] gap-x-8 gap-y-1 px-5 py-6 sm:flex sm:flex-wrap sm:gap-x-6 sm:items-center md:px-7">
        <span className="col-span-2 sm:mr-auto">KB Viewer</span>
        {listAllRooms(rooms).map(({ name, url }) => (
          <a key={url} href={url} className="py-1 text-muted quiet-link">
            {name}
          </a>
        ))}
      </div>
    </footer>
  )
}
