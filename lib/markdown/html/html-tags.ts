/** Tags around words. Each counts only with its other half in the same block. */
export const INLINE_TAGS: ReadonlySet<string> = new Set(
  'a b strong i em u s strike del ins sub sup kbd code tt samp var abbr cite dfn q small mark span'.split(' '),
)

/** Tags around blocks. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  `p div center details summary blockquote pre figure figcaption h1 h2 h3 h4 h5 h6 ul ol li dl dt dd
  table caption colgroup thead tbody tfoot tr td th`.split(/\s+/),
)

/** Tags that enclose nothing. */
export const VOID_TAGS: ReadonlySet<string> = new Set('br hr img wbr col'.split(' '))

/** Where a tag must stand, if not everywhere: the nearest tag around it that is one of these. */
export const PARENT_TAGS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['li', ['ul', 'ol']],
  ['dt', ['dl']],
  ['dd', ['dl']],
  ['summary', ['details']],
  ['figcaption', ['figure']],
  ...['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'].map(
    (tag) => [tag, ['table']] as const,
  ),
])

/** The open tags that a tag ends, as HTML has it: a row ends the row before it. */
export const ENDED_BY: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['li', ['li']],
  ['dt', ['dt', 'dd']],
  ['dd', ['dt', 'dd']],
  ['td', ['td', 'th']],
  ['th', ['td', 'th']],
  ['tr', ['td', 'th', 'tr', 'caption', 'colgroup']],
  ...['thead', 'tbody', 'tfoot'].map(
    (tag) => [tag, ['td', 'th', 'tr', 'thead', 'tbody', 'tfoot', 'caption', 'colgroup']] as const,
  ),
])

/** Tags whose end may be missing: it is where the tag around them ends. */
export const OPEN_ENDED: ReadonlySet<string> = new Set('li dt dd td th tr thead tbody tfoot colgroup'.split(' '))

/** True for a tag that is markup here; every other one is text. */
export function isKnownTag(name: string): boolean {
  return INLINE_TAGS.has(name) || BLOCK_TAGS.has(name) || VOID_TAGS.has(name)
}
