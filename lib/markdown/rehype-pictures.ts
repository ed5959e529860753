import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Picture } from '@/lib/kb/articles/picture'
import { pictureUrl } from '@/lib/urls'

/**
 * Gives each picture its address on this site and its size, and a link to itself. One that cannot be shown leaves its words in a
 * span that says so.
 */
export function rehypePictures({ findPicture }: { findPicture: (url: string) => Picture | undefined }) {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'img' || !parent || index === undefined) return
      const { src, alt } = element.properties
      const picture = typeof src === 'string' ? findPicture(src) : undefined
      const words = typeof alt === 'string' ? alt : ''
      parent.children[index] = picture
        ? toPicture(picture, words, parent.type === 'element' && parent.tagName === 'a')
        : toWords(words)
      return index + 1
    })
  }
}

function toPicture(picture: Picture, alt: string, isLinked: boolean): ElementContent {
  const { width, height } = picture
  const src = pictureUrl(picture)
  const properties = { src, alt, width, height, loading: 'lazy', decoding: 'async' }
  const image: Element = { type: 'element', tagName: 'img', properties, children: [] }
  // An icon in a sentence has no words, and a link to it would have no name.
  return isLinked || alt.trim() === ''
    ? image
    : { type: 'element', tagName: 'a', properties: { href: src }, children: [image] }
}

function toWords(alt: string): ElementContent {
  const value = alt.trim() === '' ? 'Picture not available' : alt
  return { type: 'element', tagName: 'span', properties: { dataPart: 'picture' }, children: [{ type: 'text', value }] }
}
