import type { LearnArticle, LearnTree } from './tree'

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i

/** Tells whether a file of a repository is a picture by its name. */
export function isPictureName(path: string): boolean {
  return PICTURE.test(path)
}

/** Gives where a picture lies below the output folder: its path in the repository, in plain characters. */
export function picturePath(path: string, { docset }: Pick<LearnTree, 'docset'>): string {
  const below = path.toLowerCase().startsWith(docset) ? path.slice(docset.length) : path
  const parts = below
    .toLowerCase()
    .split('/')
    .map((part) => part.replace(/[^a-z0-9._-]/g, '-').replace(/^\./, '_'))
  return `media/${parts.join('/')}`
}

/** Gives the address of a picture in the file of an article, which lies in a folder of its number or of its name. */
export function pictureAddress(
  path: string,
  article: Pick<LearnArticle, 'name'> | undefined,
  tree: Pick<LearnTree, 'docset'>,
): string {
  const depth = article?.name === undefined ? 1 : article.name.split('/').length
  return '../'.repeat(depth) + picturePath(path, tree)
}
