/** The deepest nesting that is kept; real pages stay below forty, and the parser's tree is walked by recursion. */
const MAX_DEPTH = 200

/** Elements that have no end tag, or whose end tag is often left out so that counting them would only go up. */
const NOT_COUNTED = new Set(
  'area base br col embed frame hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option optgroup colgroup html head body'.split(
    ' ',
  ),
)
/** A tag with its attributes; a longer quoted value is no attribute that a person wrote. */
const TAG = /<(\/?)([a-z][^\s/>]*)(?:[^"'>]|"[^"]{0,2000}"|'[^']{0,2000}')*>/gi

/**
 * Removes tags nested deeper than any real page nests them, and keeps their text: a hundred thousand nested elements would
 * overflow the stack of everything that walks the tree.
 */
export function limitHtmlDepth(html: string): { html: string; line: number | undefined } {
  let depth = 0
  let line: number | undefined
  const limited = html.replace(TAG, (tag: string, slash: string, name: string, offset: number) => {
    if (NOT_COUNTED.has(name.toLowerCase()) || tag.endsWith('/>')) return depth >= MAX_DEPTH ? ' ' : tag
    if (slash) {
      const isBeyond = depth > MAX_DEPTH
      depth = Math.max(0, depth - 1)
      return isBeyond ? ' ' : tag
    }
    depth++
    if (depth <= MAX_DEPTH) return tag
    line ??= html.slice(0, offset).split('\n').length
    return ' '
  })
  return { html: limited, line }
}
