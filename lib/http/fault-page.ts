/**
 * Gives the page that says that something broke, for faults before any page is made. The operator's log has the reason under
 * `id`.
 */
export function faultPage(id: string): Response {
  return barePage(500, 'Something broke on our side', [
    'This is not a missing article and not an empty result. Try again in a moment; the operator finds the reason in the log.',
    `Fault ${id}`,
  ])
}

/** Gives the page that refuses a body before it is read. */
export function tooLargePage(): Response {
  return barePage(413, 'The text is too large', [
    'Texts of four megabytes and more are refused unread. Paste the part that matters: of longer texts the first 64 KB are checked.',
  ])
}

/** It has no styles, so that nothing of it can break as well. */
function barePage(status: number, title: string, sentences: readonly string[]): Response {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<h1>${title}</h1>
${sentences.map((sentence) => `<p>${sentence}</p>`).join('\n')}
<p><a href="/">Start page</a></p>
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
