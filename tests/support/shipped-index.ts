import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type IndexDatabase, openIndex } from '@/lib/kb-index/file/open'
import { updateIndex } from '@/scripts/index/update-index'

/** Indexes the collection that ships and opens it for the tests of one file. */
export async function openShippedIndex(): Promise<IndexDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'kb-check-'))
  const indexFile = join(folder, 'index.db')
  await updateIndex({ contentDir: fileURLToPath(new URL('../../content', import.meta.url)), indexFile })
  const index = openIndex(indexFile)
  after(() => {
    index.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return index
}
