import type { Metadata, Viewport } from 'next'
import { ScriptAfterHydration } from '@/components/layout/script-after-hydration'
import { getPageLabel, site } from '@/lib/collection'
import { FEED_TYPE } from '@/lib/http/feed'
import { OPEN_SEARCH_TYPE } from '@/lib/http/open-search'
import { pageScripts } from '@/lib/http/page-scripts'
import { accentUrl, feedUrl, MANIFEST_URL, OPEN_SEARCH_URL } from '@/lib/urls'
import './globals.css'
import { getOrigin } from './request-headers'

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#10151d' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const origin = await getOrigin()
  const { name, logoUrl } = site()
  return {
    metadataBase: origin === undefined ? undefined : new URL(origin),
    applicationName: name,
    // For browsers that cannot show an SVG icon, the ICO file comes first.
    icons: {
      icon:
        logoUrl === undefined
          ? [
              { url: '/favicon.ico', sizes: '32x32' },
              { url: '/icon.svg', type: 'image/svg+xml' },
            ]
          : logoUrl,
      apple: '/apple-touch-icon.png',
    },
    manifest: MANIFEST_URL,
    openGraph: { siteName: name, locale: 'en_US', type: 'website' },
    // Browsers would turn KB numbers into telephone links.
    formatDetection: { telephone: false },
  }
}

// biome-ignore lint/style/noProcessEnv: the build replaces it, which keeps the framework's client out of readers' pages.
const IS_DEVELOPMENT = process.env.NODE_ENV === 'development'

export default async function Layout({ children }: LayoutProps<'/'>) {
  const { accent, shortName } = site()
  const scripts = pageScripts()
  const hasOrigin = (await getOrigin()) !== undefined
  return (
    // In development the theme script adds an attribute before React hydrates the element.
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* The server takes it off the page and keeps the page as long as it is true. */}
        <meta name="kb-index" content={getPageLabel()} />
        {accent !== undefined && <link rel="stylesheet" href={accentUrl(accent)} precedence="accent" />}
        {/* It holds up the first paint: a page must not flash in another theme. */}
        <script src={scripts.theme} />
        {IS_DEVELOPMENT || <script type="module" src={scripts.site} />}
        {hasOrigin && (
          <>
            <link rel="alternate" type={FEED_TYPE} title="New and replaced articles" href={feedUrl('/')} />
            <link rel="search" type={OPEN_SEARCH_TYPE} title={shortName} href={OPEN_SEARCH_URL} />
          </>
        )}
      </head>
      <body className="flex flex-col">
        {children}
        {IS_DEVELOPMENT && <ScriptAfterHydration url={scripts.site} />}
      </body>
    </html>
  )
}
