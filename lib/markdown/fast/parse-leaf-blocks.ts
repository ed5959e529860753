import type { Root } from 'mdast'
import { isKnownTag } from '@/lib/markdown/html/html-tags'
import { parseBlocks } from '@/lib/markdown/parse-blocks'
import { parseInPieces } from './parse-in-pieces'

/** A tag at the beginning of a line may enclose the blocks below it. */
const MAY_ENCLOSE = /^[ \t>+*\d.)-]*<\/?([a-z][a-z\d]*)/gim

/**
 * Parses a body to its leaf blocks in reading order, with the same words, links and lines as the whole tree, but without lists and
 * quotations, since no fact depends on them.
 */
export function parseLeafBlocks(body: string): Root {
  return mayEnclose(body) ? parseBlocks(body) : parseInPieces(body, { parse: parseBlocks, isTree: false })
}

function mayEnclose(body: string): boolean {
  if (!body.includes('<')) return false
  for (const [, name = ''] of body.matchAll(MAY_ENCLOSE)) if (isKnownTag(name.toLowerCase())) return true
  return false
}
