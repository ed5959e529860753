import type { Supersedence } from '@/lib/kb/article-page'
import type { ArticleReference } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'

/**
 * Gives the Markdown file of an article for programs. What newer articles replace it stands before the body, because the file
 * itself need not say so: `> **Superseded.** Replaced by [KB953469](/kb/953469).`
 */
export function articleToMarkdown(file: string, supersedence: Omit<Supersedence, 'obtain' | 'withdrawn'>): string {
  const notice = describeState(supersedence)
  if (notice === undefined) return file
  const [frontMatter = ''] = /^---[ \t]*\n[\s\S]*?\n---[ \t]*\n/.exec(file) ?? []
  return `${frontMatter}\n> ${notice}\n\n${file.slice(frontMatter.length).trimStart()}`
}

/** Says what replaces an article, or `undefined` if nothing that is known does. */
export function describeState({
  state,
  supersededBy,
  currentArticle,
  newerForProduct,
}: Pick<Supersedence, 'state' | 'supersededBy' | 'currentArticle' | 'newerForProduct'>): string | undefined {
  const latest = currentArticle ? ` Latest in its series: ${linkTo(currentArticle)}.` : ''
  const newer = newerForProduct?.update
    ? ` Newer for ${newerForProduct.product}: ${linkTo(newerForProduct.update)}, which needs ${newerForProduct.release.name} first.`
    : ''
  switch (state) {
    case 'superseded':
      return `**Superseded.** Replaced by ${supersededBy.map(linkTo).join(', ')}.${latest}${newer}`
    case 'superseded-by-unknown':
      return `**Superseded.** The article does not name its replacement.${latest}${newer}`
    case 'partly-superseded':
      return `**Partly superseded.** Partly replaced by ${supersededBy.map(linkTo).join(', ')}.${latest}${newer}`
    case 'withdrawn':
      return `**Withdrawn.**${supersededBy.length > 0 ? ` Replaced by ${supersededBy.map(linkTo).join(', ')}.` : ''}${latest}${newer}`
    case 'last-of-line':
      return `**Last in its series.**${newer}`
    case 'latest':
    case 'no-replacement-known':
      return undefined
  }
}

function linkTo({ number }: Pick<ArticleReference, 'number'>): string {
  return `[${formatKbNumber(number)}](${articleUrl(number)})`
}
