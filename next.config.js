/** @type {import('next').NextConfig} */
export default {
  // Do not send `X-Powered-By`.
  poweredByHeader: false,
  // server/ compresses, after it has taken the framework's client out of a page.
  compress: false,
  // Metadata belongs into the head for everybody: the framework would have its client put it there when it comes late.
  htmlLimitedBots: /./,
  // Otherwise Next redirects a trailing slash itself, and `/kb/KB940006/` needs two redirects. See proxy.ts.
  skipTrailingSlashRedirect: true,
  // The driver loads a binary, which cannot be bundled; the client of a cluster is loaded where there is one.
  serverExternalPackages: ['libsql', '@opensearch-project/opensearch'],
  // Articles have no images, and the optimizer has had security holes.
  images: { unoptimized: true },
  // In development every open page requests this once a second.
  logging: { incomingRequests: { ignore: [/^\/readyz/] } },
  rewrites: async () => ({
    beforeFiles: [
      // proxy.ts sets this header, and overwrites a reader's, when the collection lacks what a URL names. No route has the
      // destination's path, so app/not-found.tsx answers, on the server and with status 404.
      { source: '/:path*', has: [{ type: 'header', key: 'x-kb-lost', value: 'true' }], destination: '/lost/page' },
      // As above, when a program asks for the Markdown of an article.
      {
        source: '/:path*',
        has: [{ type: 'header', key: 'x-kb-markdown', value: '(?<article>[0-9a-z]+)' }],
        destination: '/api/v1/articles/:article.md',
      },
    ],
  }),
}
