import type { CollectionRooms } from '@/lib/kb/articles/collection-summary'
import {
  API_PAGE_URL,
  ATLAS_URL,
  CHANGES_URL,
  CHECK_URL,
  PRODUCTS_URL,
  RELEASES_URL,
  RESOLVE_URL,
  SIGNATURES_URL,
  searchUrl,
  UPDATES_URL,
  WANTED_URL,
} from '@/lib/urls'

export interface NavigationEntry {
  readonly name: string
  readonly url: string
}

/** Lists the rooms of the bar at the top. Without `rooms`, as on a page without the index, all of them. */
export function listMainRooms(rooms?: CollectionRooms): readonly NavigationEntry[] {
  return [
    { name: 'Products', url: PRODUCTS_URL, isShown: rooms?.hasProducts },
    { name: 'Updates', url: UPDATES_URL, isShown: rooms?.hasUpdates },
    { name: 'Releases', url: RELEASES_URL, isShown: rooms?.hasReleases },
    { name: 'Error codes', url: SIGNATURES_URL, isShown: rooms?.hasSignatures },
    { name: 'Check', url: CHECK_URL },
  ].filter(({ isShown = true }) => isShown)
}

/** Lists the rooms of the line at the bottom. */
export function listAllRooms(rooms?: CollectionRooms): readonly NavigationEntry[] {
  return [
    { name: 'Search', url: searchUrl({}) },
    { name: 'Atlas', url: ATLAS_URL, isShown: rooms?.hasProducts },
    { name: 'All products', url: PRODUCTS_URL, isShown: rooms?.hasProducts },
    { name: 'All update series', url: UPDATES_URL, isShown: rooms?.hasUpdates },
    { name: 'Releases', url: RELEASES_URL, isShown: rooms?.hasReleases },
    { name: 'Error codes and events', url: SIGNATURES_URL, isShown: rooms?.hasSignatures },
    { name: 'Missing articles', url: WANTED_URL, isShown: rooms?.hasMissing },
    { name: 'Changed articles', url: CHANGES_URL, isShown: rooms?.hasChanges },
    { name: 'Resolve links', url: RESOLVE_URL },
    { name: 'API', url: API_PAGE_URL },
  ].filter(({ isShown = true }) => isShown)
}

/** Tells whether a path is that of a room (`page`) or inside it (`true`). */
export function currentRoom(url: string, path: string | undefined): 'page' | 'true' | undefined {
  if (path === url) return 'page'
  return path?.startsWith(`${url}/`) ? 'true' : undefined
}
