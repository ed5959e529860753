import { ImageResponse } from 'next/og'
import { answerRequest, parseNumberParameter } from '@/app/api/answer-request'
import { SharePicture } from '@/components/share/share-picture'
import { getModified, index, site } from '@/lib/collection'
import { jsonError } from '@/lib/http/api-response'
import { answerCondition, entityTag } from '@/lib/http/conditional'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { getSummary } from '@/lib/kb-index/read/summaries'

const SIZE = { width: 1200, height: 630 }

/** The picture that shows an article where its link is shared: `/share/940006.png`. It says what replaces the article. */
export async function GET(request: Request, { params }: RouteContext<'/share/[picture]'>): Promise<Response> {
  const spelling = /^(\w+)\.png$/.exec((await params).picture)?.[1] ?? ''
  return answerRequest(async () => {
    const number = parseNumberParameter(spelling)
    if (number instanceof Response) return number
    const summary = getSummary(index(), getCanonicalNumber(index(), number) ?? number)
    if (!summary) return jsonError(404, 'No such picture. Only articles of this collection have one.')
    const picture = new ImageResponse(<SharePicture article={summary} site={site()} />, SIZE)
    const bytes = new Uint8Array(await picture.arrayBuffer())
    const headers = { 'content-type': 'image/png', 'cache-control': 'no-cache', etag: entityTag(bytes) }
    return answerCondition(request, new Response(bytes, { headers }), getModified())
  })
}
