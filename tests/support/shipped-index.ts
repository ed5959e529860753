import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { updateIndex } from '@/scripts/index/update-index'
import { indexPath } from './sample-index'

let shipped: Promise<IndexDatabase> | undefined

/** Opens an index of the collection that ships, the same for all tests of the process, which only read it. */
export function openShippedIndex(): Promise<IndexDatabase> {
  shipped ??= buildShippedIndex()
  return shipped
}

async function buildShippedIndex(): Promise<IndexDatabase> {
  const indexFile = indexPath({ after })
  await updateIndex({ contentDir: fileURLToPath(new URL('../../content', import.meta.url)), indexFile })
  const index = openIndex(indexFile)
  after(() => closeDatabase(index))
  return index
}
