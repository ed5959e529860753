import type { PhrasingContent } from 'mdast'

/** Cuts phrasing into lines at its hard breaks. */
export function splitAtBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'break') lines.push([])
    else lines.at(-1)?.push(node)
  }
  return lines
}

/** Joins lines of phrasing with hard breaks. */
export function joinAtBreaks(lines: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return lines.flatMap((line, index): readonly PhrasingContent[] => (index === 0 ? line : [{ type: 'break' }, ...line]))
}
