// @ts-check
// Plain JavaScript, because server/ loads it without a compiler.
import { createHash } from 'node:crypto'

/**
 * Gives the index of a content folder below .cache/, so that switching folders rebuilds nothing.
 *
 * @param {string} contentDir
 */
export function defaultIndexFile(contentDir) {
  const name = createHash('sha256').update(contentDir).digest('hex').slice(0, 16)
  return `.cache/index-${name}.db`
}
