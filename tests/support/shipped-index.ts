import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { updateIndex } from '@/scripts/index/update-index'
import { openWhenBuilt } from './sample-index'

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url))

let shipped: Promise<IndexDatabase> | undefined

/** Opens an index of the collection that ships, the same for all tests of the process, which only read it. */
export function openShippedIndex(): Promise<IndexDatabase> {
  shipped ??= openWhenBuilt({ after }, (indexFile) => updateIndex({ contentDir: CONTENT, indexFile }))
  return shipped
}
