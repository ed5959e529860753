import { accentStyle, hasContrast } from '@/lib/kb/site-colors'

/** The style sheet with an accent color: `/accent/0b5cad.css`. Its URL says all that is in it, so it may be kept for ever. */
export async function GET(_: Request, { params }: RouteContext<'/accent/[file]'>): Promise<Response> {
  const [, digits] = /^([0-9a-f]{6})\.css$/i.exec((await params).file) ?? []
  const color = `#${digits}`
  if (!hasContrast(color)) return new Response('There is no such style sheet.\n', { status: 404 })
  const headers = { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' }
  return new Response(accentStyle(color), { headers })
}
