import { getOrigin } from '@/app/request-headers'
import { SITEMAP_URL } from '@/lib/urls'

/** Search results and the JSON API only repeat the articles. The address of the sitemap has to be absolute. */
export async function GET(): Promise<Response> {
  const origin = await getOrigin()
  const lines = ['User-agent: *', 'Disallow: /api/', 'Disallow: /search']
  if (origin !== undefined) lines.push('', `Sitemap: ${origin}${SITEMAP_URL}`)
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=UTF-8', 'cache-control': 'no-cache' },
  })
}
