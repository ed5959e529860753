import { type DocumentParts, parametersOf, writeDocument } from '@/app/answer-document'
import { MissingArticle, titleOfMissing } from '@/app/missing-article'
import { unlessAway } from '@/app/unless-away'
import { ArticleJsonLd } from '@/components/article/article-json-ld'
import { ArticleView } from '@/components/article/article-view'
import { PrintFooter } from '@/components/article/print-footer'
import { withProvenance } from '@/components/article/with-provenance'
import type { DocumentFacts } from '@/components/layout/document'
import { getArticle, index, isSearchElsewhere, listFaultsOf, markArticle, searchCollection } from '@/lib/collection'
import type { PageRequest, WrittenPage } from '@/lib/http/document/written-page'
import { missingPage, staleArticlePage } from '@/lib/http/fault-page'
import type { ArticlePage } from '@/lib/kb/article-page'
import { ChangedArticleError } from '@/lib/kb/articles/errors'
import { parseArticlePath } from '@/lib/kb/numbers/article-address'
import { formatKbNumber, hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { parseArrival } from '@/lib/kb/search/search-query'
import { resolveUrl } from '@/lib/rooms'
import { articleUrl, shareUrl } from '@/lib/urls'

// biome-ignore lint/style/noProcessEnv: the build replaces it, so that readers' pages have no part for authors.
const IS_DEVELOPMENT = process.env.NODE_ENV === 'development'

/** Writes the page of an article, with a KB number or without. The parameters may say which search led to it. */
export async function writeArticle(request: PageRequest, path: string): Promise<WrittenPage | Response> {
  const query = request.url.includes('?') ? parseArrival(parametersOf(request)) : undefined
  return writeDocument(request, path, {
    find: query && (() => unlessAway(searchCollection(query))),
    make: (origin = '', results) => {
      const destination = resolveUrl(index(), new URL(request.url))
      if ('redirect' in destination)
        return new Response(null, { status: 308, headers: { location: destination.redirect } })
      const number = parseArticlePath(path, new URLSearchParams())
      if (number !== undefined && destination.isLost) return describeMissing(number, path)
      const plain = number && readPage(number)
      if (plain === undefined) return missingPage()
      if (plain instanceof Response) return plain
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
              results={results}
              problems={IS_DEVELOPMENT ? listFaultsOf(article.summary.number) : []}
            />
            <PrintFooter url={url} />
          </>
        ),
      }
    },
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

function describeMissing(number: KbNumber, path: string): DocumentParts {
  return {
    facts: { title: titleOfMissing(number), path, isIndexed: false },
    isKept: false,
    status: 404,
    content: <MissingArticle number={number} />,
  }
}

/** Gives the page of an article, or what is said while its file is another one than was indexed. */
function readPage(number: KbNumber): ArticlePage | Response | undefined {
  try {
    return getArticle(number)
  } catch (error) {
    if (error instanceof ChangedArticleError) return staleArticlePage(formatKbNumber(number))
    throw error
  }
}
