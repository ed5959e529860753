import type { Metadata, Viewport } from 'next'
import { ContentReload } from '@/components/layout/content-reload'
import { ThemeScript } from '@/components/layout/theme-script'
import { site } from '@/lib/collection'
import { FEED_TYPE } from '@/lib/http/feed'
import { OPEN_SEARCH_TYPE } from '@/lib/http/open-search'
import { accentUrl, feedUrl, MANIFEST_URL, OPEN_SEARCH_URL } from '@/lib/urls'
import './globals.css'
import { getNonce, getOrigin } from './request-headers'

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

// biome-ignore lint/style/noProcessEnv: the build replaces it, which keeps the reload script out of readers' pages.
const IS_DEVELOPMENT = process.env.NODE_ENV === 'development'

export default async function Layout({ children }: LayoutProps<'/'>) {
  const { accent } = site()
  return (
    // The theme script adds an attribute before React hydrates the element.
    <html lang="en" suppressHydrationWarning>
      <head>
        {accent !== undefined && <link rel="stylesheet" href={accentUrl(accent)} precedence="accent" />}
        <ThemeScript nonce={await getNonce()} />
        {(await getOrigin()) !== undefined && (
          <>
            <link rel="alternate" type={FEED_TYPE} title="New and replaced articles" href={feedUrl('/')} />
            <link rel="search" type={OPEN_SEARCH_TYPE} title={site().shortName} href={OPEN_SEARCH_URL} />
          </>
        )}
      </head>
      <body className="flex flex-col">
        {children}
        {IS_DEVELOPMENT && <ContentReload />}
      </body>
    </html>
  )
}
