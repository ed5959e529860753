import { getOrigin } from '@/app/request-headers'
import { textResponse } from '@/lib/http/api-response'
import { answerCondition } from '@/lib/http/conditional'
import { SITEMAP_URL } from '@/lib/urls'

/** Search results and the JSON API only repeat the articles. The address of the sitemap has to be absolute. */
export async function GET(request: Request): Promise<Response> {
  const origin = await getOrigin()
  const lines = ['User-agent: *', 'Disallow: /api/', 'Disallow: /search']
  if (origin !== undefined) lines.push('', `Sitemap: ${origin}${SITEMAP_URL}`)
  return answerCondition(request, textResponse(`${lines.join('\n')}\n`, 'text/plain; charset=UTF-8'))
}
