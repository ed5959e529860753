import type { ElementContent, Root, RootContent, Text } from 'hast'
import type { TextMark } from '@/lib/kb/search/mark-words'

/** More matches help nobody, and each is an element. */
const MAX_MATCHES = 500
const MAX_ADDED = 6

export interface MarkedTree {
  readonly tree: Root
  /** How many marks the tree has, with the ids `match-1` and up. */
  readonly count: number
  /** The words that were marked though they were not typed, as the text has them. */
  readonly added: readonly string[]
}

/** Wraps the matches of a search in `mark`, in a copy of a sanitized tree. Words of a match side by side are one. */
export function markMatches(tree: Root, find: (text: string) => readonly TextMark[]): MarkedTree {
  const added = new Map<string, string>()
  let count = 0

  function markIn<Node extends RootContent | ElementContent>(nodes: readonly Node[]): (Node | ElementContent)[] {
    return nodes.flatMap((node): (Node | ElementContent)[] => {
      if (count >= MAX_MATCHES) return [node]
      if (node.type === 'text') return markText(node)
      if (node.type !== 'element') return [node]
      return [{ ...node, children: markIn(node.children) }]
    })
  }

  function markText(node: Text): ElementContent[] {
    const marks = joinMarks(node.value, find(node.value)).slice(0, MAX_MATCHES - count)
    if (marks.length === 0) return [node]
    const pieces: ElementContent[] = []
    let end = 0
    for (const mark of marks) {
      const value = node.value.slice(mark.start, mark.end)
      if (mark.start > end) pieces.push({ type: 'text', value: node.value.slice(end, mark.start) })
      count += 1
      if (mark.isAdded && added.size < MAX_ADDED) added.set(value.toLowerCase(), value)
      pieces.push({
        type: 'element',
        tagName: 'mark',
        properties: { id: `match-${count}`, dataAdded: mark.isAdded ? '' : undefined },
        children: [{ type: 'text', value }],
      })
      end = mark.end
    }
    if (end < node.value.length) pieces.push({ type: 'text', value: node.value.slice(end) })
    return pieces
  }

  const children = markIn(tree.children)
  return { tree: { ...tree, children }, count, added: [...added.keys()] }
}

/** Joins matches that only a blank or a hyphen separates. A joined match is added if all of it is. */
function joinMarks(text: string, marks: readonly TextMark[]): TextMark[] {
  const joined: TextMark[] = []
  for (const mark of marks) {
    const last = joined.at(-1)
    if (last && mark.start < last.end) continue
    if (last && last.isAdded === mark.isAdded && /^[\s-]{1,2}$/.test(text.slice(last.end, mark.start))) {
      joined[joined.length - 1] = { ...last, end: mark.end }
    } else joined.push(mark)
  }
  return joined
}
