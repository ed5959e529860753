// @ts-check
// Plain JavaScript, because server/ loads it without a compiler.

/**
 * Builds the Content-Security-Policy of every page. Scripts and styles are files of this site, nothing loads from another host,
 * and no site may frame the page. Development allows more, because its tools write scripts and styles into the page.
 *
 * @param {boolean} [isLoose]
 */
// biome-ignore lint/style/noProcessEnv: server/ and the pages load it.
export function contentSecurityPolicy(isLoose = process.env.NODE_ENV === 'development') {
  return [
    `default-src 'none'`,
    `script-src 'self'${isLoose ? ` 'unsafe-inline' 'unsafe-eval'` : ''}`,
    `style-src 'self'${isLoose ? ` 'unsafe-inline'` : ''}`,
    `img-src 'self'`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ')
}
