import { parametersOf, writeDocument } from '@/app/answer-document'
import { KIND_TITLES } from '@/components/signature/kind-titles'
import { SignatureView } from '@/components/signature/signature-view'
import { PageTitle } from '@/components/ui/page-title'
import { getSignature, index } from '@/lib/collection'
import { answerOf, type PageRequest, type WrittenPage } from '@/lib/http/document/written-page'
import { missingPage } from '@/lib/http/fault-page'
import { parsePageNumber } from '@/lib/kb/search/search-query'
import { resolveUrl } from '@/lib/rooms'
import { signatureKindUrl, signatureUrl } from '@/lib/urls'

/** Writes the page of an error code, an event, a file or a version: what it means, and the articles that mention it. */
export async function write(
  request: PageRequest,
  { id: segment }: { readonly id: string },
): Promise<WrittenPage | Response> {
  const page = request.url.includes('?') ? parsePageNumber(parametersOf(request).page) : 1
  return writeDocument(request, new URL(request.url).pathname, {
    make: () => {
      const destination = resolveUrl(index(), new URL(request.url))
      if ('redirect' in destination)
        return new Response(null, { status: 308, headers: { location: destination.redirect } })
      const signature = destination.isLost ? undefined : getSignature(segment, page)
      if (!signature) return missingPage()
      const { id, kind, label, articles } = signature
      return {
        facts: {
          title: articles.page > 1 ? `${label}, page ${articles.page}` : label,
          description: `${KIND_TITLES[kind].one} ${label}: what it means and which articles mention it.`,
          path: signatureUrl(id, articles.page),
        },
        isKept: true,
        content: (
          <>
            <PageTitle title={label}>
              <a href={signatureKindUrl(kind)} className="quiet-link">
                {KIND_TITLES[kind].many}
              </a>
            </PageTitle>
            <SignatureView signature={signature} />
          </>
        ),
      }
    },
  })
}

/** Answers with it where the framework's server asks. */
export async function GET(request: Request, { params }: RouteContext<'/signatures/[id]'>): Promise<Response> {
  return answerOf(await write(request, await params))
}
