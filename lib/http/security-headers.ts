import { isDevelopment } from '@/lib/env'

/**
 * Builds the Content-Security-Policy of a page. Only scripts with the page's nonce run, nothing loads from another host, and no
 * site may frame the page. Development allows more, because its tools evaluate code and insert styles.
 */
export function contentSecurityPolicy(nonce: string): string {
  const isLoose = isDevelopment()
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isLoose ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${isLoose ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
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
