const RULES = `User-agent: *
Disallow: /api/
Disallow: /search
`

/** Crawlers may read every article; searches and the JSON routes would only repeat them. */
export function GET(): Response {
  return new Response(RULES, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
