/** Headers of every answer. The Content-Security-Policy differs from page to page and is set in proxy.ts. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Outside links must not tell which article a reader had open.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
]

/** Answers for programs, which the proxy leaves alone, may load nothing at all should a browser show them. */
const NO_CONTENT = { key: 'Content-Security-Policy', value: `default-src 'none'; frame-ancestors 'none'` }

/** @type {import('next').NextConfig} */
export default {
  // Who serves is nobody's business.
  poweredByHeader: false,
  // Next would take off a trailing slash in a redirect of its own, and `/kb/KB940006/` would need two. See proxy.ts.
  skipTrailingSlashRedirect: true,
  // The driver loads a binary, which a bundle cannot hold.
  serverExternalPackages: ['libsql'],
  // Articles have no images, and the optimizer has had its share of holes.
  images: { unoptimized: true },
  // In development each open page asks this every second, which would drown what matters.
  logging: { incomingRequests: { ignore: [/^\/healthz/] } },
  // proxy.ts says by this header, which no reader can set, that an address names nothing in the collection. No route has
  // the path that it is led to, so that app/not-found.tsx answers, on the server and with status 404.
  rewrites: async () => ({
    beforeFiles: [
      // From four megabytes on a body is refused unread. The proxy leaves such requests alone.
      {
        source: '/:path((?!api/).*)',
        has: [{ type: 'header', key: 'content-length', value: '0*(?:[4-9]\\d{6}|[1-9]\\d{7,})' }],
        destination: '/check/too-large',
      },
      { source: '/:path*', has: [{ type: 'header', key: 'x-kb-lost', value: 'true' }], destination: '/lost/page' },
    ],
  }),
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    { source: '/:path(api/.*|healthz|robots.txt|opensearch.xml)', headers: [NO_CONTENT] },
  ],
}
