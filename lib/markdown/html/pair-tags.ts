import { BLOCK_TAGS, ENDED_BY, INLINE_TAGS, OPEN_ENDED, PARENT_TAGS, VOID_TAGS } from './html-tags'
import type { HtmlToken } from './html-tokens'

/** A piece of a block: a token of HTML, or anything else. */
export type Piece<Other> = { readonly token: HtmlToken } | { readonly other: Other }

/** A tag with what it encloses, the text of a token that is no markup, or anything else. */
export type Paired<Other> =
  | PairedTag<Other>
  | { readonly kind: 'text'; readonly token: HtmlToken }
  | { readonly kind: 'other'; readonly other: Other }

export interface PairedTag<Other> {
  readonly kind: 'tag'
  readonly token: HtmlToken
  /** The tag that ends it, where there is one. */
  readonly closing?: HtmlToken
  readonly children: readonly Paired<Other>[]
}

interface Frame<Other> {
  readonly token: HtmlToken | undefined
  readonly children: Paired<Other>[]
}

/** No article nests HTML deeper; further tags are text. */
const MAX_DEPTH = 30

/**
 * Finds the tags that belong together. A tag that is not on the list, lacks its other half or stands where it means nothing is
 * text, with the characters that were typed; so is everything of `<servername>`. With `areBlocks` false, only tags around words count.
 */
export function pairTags<Other>(pieces: readonly Piece<Other>[], areBlocks: boolean): Paired<Other>[] {
  const frames: Frame<Other>[] = [{ token: undefined, children: [] }]
  const add = (piece: Paired<Other>) => frames.at(-1)?.children.push(piece)
  const addText = (token: HtmlToken) => add({ kind: 'text', token })
  const end = (isMarkup: boolean, closing?: HtmlToken) => {
    const frame = frames.pop()
    if (!frame?.token) return
    const { token, children } = frame
    if (isMarkup) add({ kind: 'tag', token, closing, children })
    else for (const piece of [{ kind: 'text', token } as const, ...children.flatMap(asTyped)]) add(piece)
  }
  const open = (token: HtmlToken): void => {
    const { name } = token
    endOthers(name)
    const parents = PARENT_TAGS.get(name)
    const stands = parents === undefined || frames.some((frame) => parents.includes(frame.token?.name ?? ''))
    if (!stands) addText(token)
    else if (VOID_TAGS.has(name)) add({ kind: 'tag', token, children: [] })
    else if (frames.length > MAX_DEPTH) addText(token)
    else frames.push({ token, children: [] })
  }
  const endOthers = (name: string): void => {
    const ended = ENDED_BY.get(name)
    const last = () => frames.at(-1)?.token?.name ?? ''
    while (ended?.includes(last()) && OPEN_ENDED.has(last())) end(true)
  }
  const close = (closing: HtmlToken): void => {
    const index = frames.findLastIndex(({ token }) => token?.name === closing.name)
    if (index < 0) return void addText(closing)
    while (frames.length > index + 1) end(OPEN_ENDED.has(frames.at(-1)?.token?.name ?? ''))
    end(true, closing)
  }
  for (const piece of pieces) {
    if ('other' in piece) add({ kind: 'other', other: piece.other })
    else if (piece.token.kind === 'comment') continue
    else if (!isMarkup(piece.token, areBlocks)) addText(piece.token)
    else if (piece.token.kind === 'open') open(piece.token)
    else close(piece.token)
  }
  // What nobody closed encloses nothing, and what needs it around itself means nothing either.
  while (frames.length > 1) end(false)
  return frames[0]?.children ?? []
}

/** A row without its table is text again. */
function asTyped<Other>(piece: Paired<Other>): Paired<Other>[] {
  if (piece.kind !== 'tag' || !PARENT_TAGS.has(piece.token.name)) return [piece]
  const texts = [piece.token, ...(piece.closing ? [piece.closing] : [])].map(
    (token) => ({ kind: 'text', token }) as const,
  )
  return [...texts.slice(0, 1), ...piece.children.flatMap(asTyped), ...texts.slice(1)]
}

function isMarkup({ kind, name }: HtmlToken, areBlocks: boolean): boolean {
  if (kind === 'text') return false
  if (VOID_TAGS.has(name)) return kind === 'open' && (areBlocks || name === 'br' || name === 'img' || name === 'wbr')
  return INLINE_TAGS.has(name) || (areBlocks && BLOCK_TAGS.has(name))
}
