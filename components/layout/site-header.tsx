import { memo } from 'react'
import { SearchForm } from '@/components/search/search-form'
import type { CollectionRooms } from '@/lib/kb/articles/collection-summary'
import type { Site } from '@/lib/kb/site'
import { Brand } from './brand'
import { currentRoom, listMainRooms } from './site-navigation'
import { ThemeSwitch } from './theme-switch'

interface Props {
  readonly hasSearch: boolean
  readonly searchText?: string
  readonly rooms?: CollectionRooms
  readonly path?: string
  readonly site: Site
}

/** The bar at the top: name, search, navigation, theme. On wide screens it is one line and stays in view. */
export const SiteHeader = memo(function SiteHeader({ hasSearch, searchText, rooms, path, site }: Props) {
  return (
    <header className="z-20 border-b border-line bg-paper lg:sticky lg:top-0 print:hidden">
      <div className="mx-auto flex w-full max-w-site flex-wrap items-center gap-x-3 px-5 pt-2.5 sm:gap-x-5 md:px-7 lg:h-[60px] lg:flex-nowrap lg:pt-0">
        <Brand site={site} />
        {hasSearch && (
          <div className="order-2 mt-2 w-full md:order-none md:mt-0 md:w-auto md:flex-1 lg:max-w-[480px]">
            <SearchForm text={searchText} />
          </div>
        )}
        <nav aria-label="Main" className="room-links">
          {listEntries(site, rooms).map(({ name, url }) => (
            <a key={url} href={url} aria-current={currentRoom(url, path)} className="room-link">
              {name}
            </a>
          ))}
        </nav>
        <div className="ml-auto lg:ml-0">
          <ThemeSwitch />
        </div>
      </div>
    </header>
  )
}, looksTheSame)

function listEntries(site: Site, rooms: CollectionRooms | undefined) {
  return [...(site.navigation ?? []), ...listMainRooms(rooms)]
}

/** Of the path only matters which entry it marks. */
function looksTheSame({ path: one, ...before }: Props, { path: other, ...now }: Props): boolean {
  const { site, rooms } = now
  if (before.site !== site || before.rooms !== rooms) return false
  if (before.hasSearch !== now.hasSearch || before.searchText !== now.searchText) return false
  return listEntries(site, rooms).every(({ url }) => currentRoom(url, one) === currentRoom(url, other))
}
