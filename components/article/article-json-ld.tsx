import type { ArticlePage } from '@/lib/kb/article-page'
import { formatKbNumber, hasKbNumber } from '@/lib/kb/numbers/kb-number'
import { STATE_WORDS } from './state-words'
import { withProvenance } from './with-provenance'

interface Props {
  readonly article: ArticlePage
  /** The URL of the page, without a host if the site does not know its own. */
  readonly url: string
  readonly nonce?: string
}

/** The article's facts for search engines, in the words of schema.org. */
export function ArticleJsonLd({ article: { summary, description, frontMatter }, url, nonce }: Props) {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: summary.title,
    // Of an article without a number, the address of its source.
    identifier: hasKbNumber(summary.number) ? formatKbNumber(summary.number) : (frontMatter.source?.url ?? url),
    description: withProvenance(description, summary.provenance),
    creativeWorkStatus: STATE_WORDS[summary.state],
    url,
    inLanguage: 'en',
    datePublished: summary.released,
    dateModified: summary.reviewed,
    about: summary.products.map((name) => ({ '@type': 'SoftwareApplication', name })),
    keywords: frontMatter.keywords?.join(', '),
    version: frontMatter.revision,
  }
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // An escaped `<` cannot end the element.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: data only, escaped here.
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
    />
  )
}
