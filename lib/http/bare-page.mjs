// @ts-check
// Plain JavaScript, because server/ loads it without a compiler.

/** What a page without styles and scripts may load: nothing. */
export const BARE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * Builds the markup of a page that has nothing that can fail too. The texts are ours: nothing is escaped.
 *
 * @param {string} title
 * @param {readonly string[]} sentences
 */
export function barePage(title, sentences) {
  return `<!doctype html>
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
}
