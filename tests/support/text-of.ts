import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#x27': "'" }

/** Gives the words of an element as its markup has them, one blank between blocks. */
export function textOf(element: ReactNode): string {
  return renderToStaticMarkup(element)
    .replace(/<\/?(?:p|li|h\d|section|summary|blockquote|figcaption|dt|dd)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&([^;]+);/g, (entity, name) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
}
