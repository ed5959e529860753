import { answerRequest } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonError } from '@/lib/http/api-response'
import { attachmentResponse } from '@/lib/http/files/attachment-response'
import { getAttachment } from '@/lib/http/files/beside-article'
import { decodeAddress } from '@/lib/kb/numbers/decode-address'

/** One file to download, by the SHA-256 of its bytes and its name: /files/SHA256/tool.zip */
export function GET(_request: Request, { params }: RouteContext<'/files/[sha256]/[name]'>): Promise<Response> {
  return answerRequest(async () => {
    const { sha256, name } = await params
    const file = /^[0-9a-f]{64}$/.test(sha256) ? getAttachment(index(), sha256, decodeAddress(name)) : undefined
    return file ? attachmentResponse(file.bytes, file) : jsonError(404, 'There is no such file.')
  })
}
