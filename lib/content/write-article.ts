import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'

/**
 * Gives the path of an imported article below the content folder: `174/kb174932.md` for 174932, `named/NAME.md` for an article
 * without a number. The folder of a number is the number without its last three digits, so it has at most 1,000 articles.
 */
export function articlePath(number: KbNumber, name?: string): string {
  if (!hasKbNumber(number) && name !== undefined) return `named/${name}.md`
  const thousands = String(Math.floor(number / 1000)).padStart(3, '0')
  return `${thousands}/kb${number}.md`
}

/**
 * Writes an article to a temporary file in the same folder and renames it, so that the path always has either the old file or
 * the complete new one. The folder must exist.
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

/** Tells whether a file is what a killed writer left behind. */
export function isTemporaryArticleName(name: string): boolean {
  return /^\..+\.md\.tmp$/.test(name)
}

/** Hidden and not `*.md`, so that it is not read as an article. */
function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.tmp`)
}
