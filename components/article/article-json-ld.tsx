import type { ArticlePage } from '@/lib/kb/article-page'
import { formatKbNumber, hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'
import { STATE_WORDS } from './state-words'
import { withProvenance } from './with-provenance'

interface Props {
  readonly article: ArticlePage
  /** The URL of the page, without a host if the site does not know its own. */
  readonly url: string
  /** The scheme and host of this site, or nothing. */
  readonly origin: string
}

/** The article's facts for search engines, in the words of schema.org. */
export function ArticleJsonLd({ article, url, origin }: Props) {
  const { summary, description, frontMatter, supersedence } = article
  const data = {
    // schema.org has no word for what replaces a work; Dublin Core has.
    '@context': ['https://schema.org', { dcterms: 'http://purl.org/dc/terms/' }],
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
    isBasedOn: frontMatter.source?.url,
    'dcterms:isReplacedBy': listOf(supersedence.supersededBy.map(({ number }) => number)),
    'dcterms:replaces': listOf([frontMatter.supersedes ?? []].flat()),
  }
  function listOf(numbers: readonly KbNumber[]) {
    return numbers.length > 0 ? numbers.map((number) => ({ '@id': origin + articleUrl(number) })) : undefined
  }
  return (
    <script
      type="application/ld+json"
      // An escaped `<` cannot end the element.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: data only, escaped here.
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
    />
  )
}
