/**
 * Gives the page that says that something broke, for faults before any page is made. It has no styles, so that nothing of it
 * can break as well. The operator's log has the reason under `id`.
 */
export function faultPage(id: string): Response {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Something broke on our side</title>
<h1>Something broke on our side</h1>
<p>This is not a missing article and not an empty result. Try again in a moment; the operator finds the reason in the log.</p>
<p>Fault ${id}</p>
<p><a href="/">Start page</a></p>
</html>
`
  return new Response(html, {
    status: 500,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; base-uri 'none'; frame-ancestors 'none'`,
    },
  })
}
