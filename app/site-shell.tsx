import type { ComponentProps } from 'react'
import { PageShell } from '@/components/layout/page-shell'
import { index } from '@/lib/collection'
import { getCollectionRooms } from '@/lib/kb-index/read/collection-rooms'
import { getRequestedPath } from './request-headers'

/** The shell of every page that has the index: its navigation says what the collection has, and where the reader is. */
export async function SiteShell(properties: Omit<ComponentProps<typeof PageShell>, 'rooms' | 'path'>) {
  return <PageShell {...properties} rooms={getCollectionRooms(index())} path={await getRequestedPath()} />
}
