import type { Nodes, Parents, Root } from 'mdast'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/** Gives the tree with every link to the article itself as the words that it had; some dumps list themselves (Q138249). */
export function unlinkSelf(tree: Root, self: KbNumber, name?: string): Root {
  return unlink(tree, name === undefined ? `/kb/${self}` : `/article/${name}`)
}

function unlink<Parent extends Parents>(parent: Parent, url: string): Parent {
  const children: Nodes[] = []
  for (const child of parent.children) {
    if (child.type === 'link' && child.url === url) children.push(...child.children)
    else children.push('children' in child ? unlink(child, url) : child)
  }
  return { ...parent, children }
}
