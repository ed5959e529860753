import { answerApi, answerPreflight } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonError, jsonResponse } from '@/lib/http/api-response'
import { parsePageNumber } from '@/lib/kb/search/search-query'
import { isSignatureKind, SIGNATURE_KINDS } from '@/lib/kb/signatures/signature-kind'
import { listSignatures } from '@/lib/kb-index/read/signatures'
import { signatureUrl } from '@/lib/urls'

/** The error codes, events, files and versions of one kind, those that most articles mention first. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, async () => {
    const { searchParams } = new URL(request.url)
    const kind = searchParams.get('kind') ?? ''
    if (!isSignatureKind(kind)) {
      return jsonError(400, `Unknown kind "${kind.slice(0, 60)}". Use one of ${SIGNATURE_KINDS.join(', ')}.`)
    }
    const { signatures } = listSignatures(index(), kind, parsePageNumber(searchParams.get('page') ?? undefined))
    return jsonResponse({
      kind,
      items: signatures.items.map((signature) => ({ ...signature, url: signatureUrl(signature.id) })),
      itemCount: signatures.itemCount,
      page: signatures.page,
      pageCount: signatures.pageCount,
    })
  })
}

export { answerPreflight as OPTIONS }
