import { MAX_BODY_BYTES } from './pasted-text'

/** Builds the page for a fault that occurs before any page is rendered. The operator's log has the reason under `id`. */
export function faultPage(id: string): Response {
  return barePage(500, 'Something went wrong', [
    'This is an error on our side, not a missing article. Try again in a moment; the log has the details.',
    `Fault ${id}`,
  ])
}

/** Builds the page that refuses a request body before it is read. */
export function tooLargePage(): Response {
  return barePage(413, 'Text too large', [
    `The limit is ${MAX_BODY_BYTES / 1_000_000} MB. Paste only the relevant part; the first 64 KB are checked.`,
  ])
}

/** A page without styles and scripts has nothing that can fail too. */
function barePage(status: number, title: string, sentences: readonly string[]): Response {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<h1>${title}</h1>
${sentences.map((sentence) => `<p>${sentence}</p>`).join('\n')}
<p><a href="/">Home</a></p>
</html>
`
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; base-uri 'none'; frame-ancestors 'none'`,
    },
  })
}
