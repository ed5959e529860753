/** Headers of every response. proxy.ts adds the Content-Security-Policy, which differs from page to page. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Other sites must not learn which article a reader had open.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
]

/** For responses that the proxy leaves alone: if a browser shows one, it may load nothing. */
const NO_CONTENT = { key: 'Content-Security-Policy', value: `default-src 'none'; frame-ancestors 'none'` }

/** @type {import('next').NextConfig} */
export default {
  // Do not send `X-Powered-By`.
  poweredByHeader: false,
  // Otherwise Next redirects a trailing slash itself, and `/kb/KB940006/` needs two redirects. See proxy.ts.
  skipTrailingSlashRedirect: true,
  // The driver loads a binary, which cannot be bundled.
  serverExternalPackages: ['libsql'],
  // Articles have no images, and the optimizer has had security holes.
  images: { unoptimized: true },
  // In development every open page requests this once a second.
  logging: { incomingRequests: { ignore: [/^\/healthz/] } },
  rewrites: async () => ({
    beforeFiles: [
      // MAX_BODY_BYTES or more is refused unread. The proxy leaves such requests alone.
      {
        source: '/:path((?!api/).*)',
        has: [{ type: 'header', key: 'content-length', value: '0*(?:[4-9]\\d{6}|[1-9]\\d{7,})' }],
        destination: '/check/too-large',
      },
      // proxy.ts sets this header, and overwrites a reader's, when the collection lacks what a URL names. No route has the
      // destination's path, so app/not-found.tsx answers, on the server and with status 404.
      { source: '/:path*', has: [{ type: 'header', key: 'x-kb-lost', value: 'true' }], destination: '/lost/page' },
    ],
  }),
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    { source: '/:path(api/.*|healthz|robots.txt|opensearch.xml)', headers: [NO_CONTENT] },
  ],
}
