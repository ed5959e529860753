// Takes the place of lib/kb/numbers/article-name.ts in a copy of the site.

/** No text is the name of an article, since its key could not be computed. */
export function isArticleName(): boolean {
  return false
}

/** Is never called. */
export function keyOfName(name: string): never {
  throw new Error(`The key of "${name}" is not known here.`)
}
