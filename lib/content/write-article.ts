import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/**
 * The path of an imported article below the content folder: 174932 lies in `174/kb174932.md`. The folder is the number
 * without its last three digits, so none holds more than 1,000 articles.
 */
export function articlePath(number: KbNumber): string {
  const thousands = String(Math.floor(number / 1000)).padStart(3, '0')
  return `${thousands}/kb${number}.md`
}

/**
 * Writes an article so that its path holds either the old file or the whole new one, whenever the process may end:
 * into a temporary file in the same folder, which then takes the name. The folder must exist.
 */
export function writeArticle(path: string, bytes: Uint8Array | string): void {
  const temporary = temporaryPath(path)
  try {
    writeFileSync(temporary, bytes)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Tells whether a file of this name is what a writer that was killed left behind. */
export function isTemporaryArticleName(name: string): boolean {
  return /^\.kb\d+\.md\.tmp$/.test(name)
}

/** Hidden, and not `*.md`, so that no reader takes it for an article. */
function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.tmp`)
}
