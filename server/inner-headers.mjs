// @ts-check

/** Names and beginnings of names that mean something to the framework or to our own pages when the server sets them. */
const INNER_NAMES = new Set([
  'x-matched-path',
  'x-prerender-revalidate',
  'x-prerender-revalidate-if-generated',
  // The framework reads a nonce for its scripts from these.
  'content-security-policy',
  'content-security-policy-report-only',
  // The site's own address is a setting (KB_ORIGIN), and who asks is read before.
  'forwarded',
  'x-real-ip',
  // Calls of server functions, of which this site has none.
  'next-action',
])
const INNER_PREFIXES = ['x-kb-', 'x-middleware-', 'x-invoke-', 'x-now-', 'x-vercel-', 'x-forwarded-']
/** Ask for a part of a page, which the pages of this site never do. In development they do, to show a change. */
const PART_PREFIXES = ['x-nextjs-', 'next-', 'x-next-']

/**
 * Takes every header off a request that only the server may set.
 *
 * @param {Pick<import('node:http').IncomingMessage, 'headers' | 'rawHeaders'>} request
 * @param {{ readonly isDevelopment: boolean }} settings
 */
export function removeInnerHeaders(request, { isDevelopment }) {
  for (const name of Object.keys(request.headers)) {
    if (isInner(name, isDevelopment)) delete request.headers[name]
  }
  request.rawHeaders = request.rawHeaders.filter((_, index, all) => {
    const name = all[index - (index % 2)] ?? ''
    return !isInner(name.toLowerCase(), isDevelopment)
  })
}

/** @param {string} name @param {boolean} isDevelopment */
function isInner(name, isDevelopment) {
  if (INNER_NAMES.has(name) || INNER_PREFIXES.some((prefix) => name.startsWith(prefix))) return true
  return !isDevelopment && (name === 'rsc' || PART_PREFIXES.some((prefix) => name.startsWith(prefix)))
}
