import { answerDocument, parametersOf } from '@/app/answer-document'
import { unlessAway } from '@/app/unless-away'
import { ArticleJsonLd } from '@/components/article/article-json-ld'
import { ArticleView } from '@/components/article/article-view'
import { PrintFooter } from '@/components/article/print-footer'
import { withProvenance } from '@/components/article/with-provenance'
import type { DocumentFacts } from '@/components/layout/document'
import { getArticle, index, isSearchElsewhere, listFaultsOf, markArticle, searchCollection } from '@/lib/collection'
import { missingPage } from '@/lib/http/fault-page'
import type { ArticlePage } from '@/lib/kb/article-page'
import { parseArticlePath } from '@/lib/kb/numbers/article-address'
import { formatKbNumber, hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { parseArrival } from '@/lib/kb/search/search-query'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { articleUrl, shareUrl } from '@/lib/urls'

// biome-ignore lint/style/noProcessEnv: the build replaces it, so that readers' pages have no part for authors.
const IS_DEVELOPMENT = process.env.NODE_ENV === 'development'

/** Answers with the page of an article, with a KB number or without. The parameters may say which search led to it. */
export async function answerArticle(request: Request, path: string): Promise<Response> {
  const number = canonicalNumberAt(path)
  if (number !== undefined && articleUrl(number) !== path)
    return new Response(null, { status: 308, headers: { location: articleUrl(number) } })
  const query = parseArrival(parametersOf(request))
  return answerDocument(request, path, async (origin = '') => {
    const plain = number && (await getArticle(number))
    if (plain === undefined) return missingPage()
    const { article, matches } = query ? markArticle(plain, query) : { article: plain, matches: undefined }
    const url = origin + path
    return {
      file: article.path,
      isKept: !(query && isSearchElsewhere()),
      facts: describeArticle(article),
      searchText: query?.text,
      content: (
        <>
          <ArticleJsonLd article={article} url={url} origin={origin} />
          <ArticleView
            article={article}
            matches={matches}
            results={query && (await unlessAway(searchCollection(query)))}
            problems={IS_DEVELOPMENT ? listFaultsOf(article.summary.number) : []}
          />
          <PrintFooter url={url} />
        </>
      ),
    }
  })
}

function describeArticle({ summary, description }: ArticlePage): DocumentFacts {
  const { number, title, provenance, released, reviewed } = summary
  const path = articleUrl(number)
  return {
    title: hasKbNumber(number) ? `${formatKbNumber(number)}: ${title}` : title,
    description: withProvenance(description, provenance),
    path,
    article: {
      markdownPath: `${path}.md`,
      picturePath: shareUrl(number),
      published: released,
      modified: reviewed,
    },
  }
}

/** The proxy already answers other spellings and missing articles. This covers requests that bypass it. */
function canonicalNumberAt(path: string): KbNumber | undefined {
  const number = parseArticlePath(path, new URLSearchParams())
  return number && getCanonicalNumber(index(), number)
}
