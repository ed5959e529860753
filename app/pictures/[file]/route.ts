import { answerRequest } from '@/app/api/answer-request'
import { index } from '@/lib/collection'
import { jsonError } from '@/lib/http/api-response'
import { getPicture } from '@/lib/http/files/beside-article'
import { pictureResponse } from '@/lib/http/files/picture-response'

/** One picture of an article, by the SHA-256 of its bytes: /pictures/SHA256.png */
export function GET(_request: Request, { params }: RouteContext<'/pictures/[file]'>): Promise<Response> {
  return answerRequest(async () => {
    const [, sha256 = '', type] = /^([0-9a-f]{64})\.(\w+)$/.exec((await params).file) ?? []
    const picture = sha256 === '' ? undefined : getPicture(index(), sha256)
    return picture && picture.type === type
      ? pictureResponse(picture.bytes, picture.type)
      : jsonError(404, 'There is no such picture.')
  })
}
