import { KeptTexts, keptTextsFile } from './kept-texts'
import { readTextOf } from './read-article'

interface Places {
  readonly contentDir: string
  readonly indexFile: string
}

let kept: { readonly file: string; readonly texts: KeptTexts } | undefined

/** Reads the text that was indexed: from the file if it still is the one with this hash, else as it was kept, if it was. */
export function findIndexedText(
  { contentDir, indexFile }: Places,
  { path, contentHash }: { readonly path: string; readonly contentHash: string },
): string | undefined {
  const text = readTextOf(contentDir, path, contentHash)
  if (text !== undefined) return text
  const file = keptTextsFile(indexFile)
  if (kept?.file !== file) kept = { file, texts: new KeptTexts(file) }
  return kept.texts.read(contentHash)
}
