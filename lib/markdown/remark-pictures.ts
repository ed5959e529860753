import type { Nodes, Parents, Root } from 'mdast'
import { mayBeAttachment } from '@/lib/kb/articles/attachment'
import { isLocalAddress } from '@/lib/kb/articles/local-address'
import type { PictureReference } from '@/lib/kb/articles/picture'
import { listNodes } from './list-nodes'

/** Lists the files beside an article that it shows as pictures, in reading order. */
export function listPictures(tree: Root): PictureReference[] {
  return listNodes(tree, 'image')
    .filter(({ url }) => isLocalAddress(url))
    .map(({ url, position }) => ({ url, line: position?.start.line ?? 1 }))
}

/** Lists the files beside an article to which it leads and that are no articles, in reading order. */
export function listAttachments(tree: Root): PictureReference[] {
  return [...listNodes(tree, 'link'), ...listNodes(tree, 'definition')]
    .filter(({ url }) => mayBeAttachment(url))
    .map(({ url, position }) => ({ url, line: position?.start.line ?? 1 }))
}

/**
 * Leaves pictures from beside the article in a tree. A picture of another site becomes a link with its words, since a page loads
 * nothing from elsewhere; any other one becomes its words.
 */
export function remarkRemotePictures() {
  return (tree: Root): void => replaceIn(tree, false)
}

function replaceIn(parent: Parents, isLinked: boolean): void {
  const children = parent.children.map((child): Nodes => {
    if (child.type === 'image' && !isLocalAddress(child.url)) return toWords(child.url, child.alt ?? '', isLinked)
    if ('children' in child) replaceIn(child, isLinked || child.type === 'link' || child.type === 'linkReference')
    return child
  })
  parent.children = children as never
}

function toWords(url: string, alt: string, isLinked: boolean): Nodes {
  const text = { type: 'text', value: alt } as const
  if (isLinked || !/^https?:\/\//i.test(url)) return text
  return { type: 'link', url, children: [alt.trim() === '' ? { ...text, value: 'Picture' } : text] }
}
