import { isDevelopment } from '@/lib/env'

/**
 * Gives the Content-Security-Policy of a page. Scripts run with the page's nonce only, nothing is loaded from another
 * host, and nothing may frame the page. Development needs more: its tools evaluate code and insert styles.
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
