import type { Element, ElementContent, Root } from 'hast'
import { type Attachment, isAttachment } from '@/lib/kb/articles/attachment'
import type { Picture } from '@/lib/kb/articles/picture'
import { attachmentUrl, pictureUrl } from '@/lib/urls'
import { walkElements } from './list-nodes'

/**
 * Gives each picture its address on this site and its size, and a link to itself. One that cannot be shown leaves its words in a
 * span that says so.
 */
export function rehypePictures({ findPicture }: { findPicture: (url: string) => Picture | undefined }) {
  return (tree: Root): void => {
    walkElements(tree, (element, index, parent) => {
      if (element.tagName !== 'img') return
      const { src, alt } = element.properties
      const picture = typeof src === 'string' ? findPicture(src) : undefined
      const words = typeof alt === 'string' ? alt : ''
      parent.children[index] = picture
        ? toPicture(picture, words, parent.type === 'element' && parent.tagName === 'a')
        : toWords(words)
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

/** Gives each link to a file beside the article its address on this site. Of a file that is not there the words stay, in a span that says so. */
export function rehypeAttachments({ findAttachment }: { findAttachment: (url: string) => Attachment | undefined }) {
  return (tree: Root): void => {
    walkElements(tree, (element, index, parent) => {
      const href = element.tagName === 'a' ? element.properties.href : undefined
      if (typeof href !== 'string') return
      const file = findAttachment(href)
      if (file) {
        element.properties.href = attachmentUrl(file)
        element.properties.title ??= describe(file)
      } else if (isAttachment(href)) {
        parent.children[index] = { ...element, tagName: 'span', properties: { dataPart: 'file' } }
      }
    })
  }
}

/** `tool.zip, 1.2 MB` */
function describe({ name, size }: Attachment): string {
  const shown =
    size < 1000 ? `${size} bytes` : size < 1e6 ? `${Math.round(size / 1e3)} KB` : `${(size / 1e6).toFixed(1)} MB`
  return `${name}, ${shown}`
}
