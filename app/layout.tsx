import type { Metadata, Viewport } from 'next'
import { APPLE_ICON, listIcons, THEME_COLORS } from '@/components/layout/document'
import { ScriptAfterHydration } from '@/components/layout/script-after-hydration'
import { getPageLabel, site } from '@/lib/collection'
import { pageAssets } from '@/lib/http/document/page-assets'
import { FEED_TYPE } from '@/lib/http/feed'
import { OPEN_SEARCH_TYPE } from '@/lib/http/open-search'
import { accentUrl, feedUrl, MANIFEST_URL, OPEN_SEARCH_URL } from '@/lib/urls'
import { getOrigin } from './request-headers'

export const viewport: Viewport = { themeColor: [...THEME_COLORS] }

export async function generateMetadata(): Promise<Metadata> {
  const origin = await getOrigin()
  const { name } = site()
  return {
    metadataBase: origin === undefined ? undefined : new URL(origin),
    applicationName: name,
    icons: { icon: [...listIcons(site())], apple: APPLE_ICON },
    manifest: MANIFEST_URL,
    openGraph: { siteName: name, locale: 'en_US', type: 'website' },
    // Browsers would turn KB numbers into telephone links.
    formatDetection: { telephone: false },
  }
}

// biome-ignore lint/style/noProcessEnv: the build replaces it, which keeps the framework's client out of readers' pages.
const IS_DEVELOPMENT = process.env.NODE_ENV === 'development'

export default async function Layout({ children }: LayoutProps<'/'>) {
  const { accent, prefix, shortName } = site()
  const assets = pageAssets()
  const hasOrigin = (await getOrigin()) !== undefined
  return (
    // In development the theme script adds an attribute before React hydrates the element.
    <html lang="en" data-number-prefix={prefix} suppressHydrationWarning>
      <head>
        {/* The server takes it off the page and keeps the page as long as it is true. */}
        <meta name="kb-index" content={getPageLabel()} />
        <link rel="stylesheet" href={assets.styles} precedence="all" />
        {accent !== undefined && <link rel="stylesheet" href={accentUrl(accent)} precedence="accent" />}
        {/* It holds up the first paint: a page must not flash in another theme. */}
        <script src={assets.theme} />
        {IS_DEVELOPMENT || <script type="module" src={assets.site} />}
        {hasOrigin && (
          <>
            <link rel="alternate" type={FEED_TYPE} title="New and replaced articles" href={feedUrl('/')} />
            <link rel="search" type={OPEN_SEARCH_TYPE} title={shortName} href={OPEN_SEARCH_URL} />
          </>
        )}
      </head>
      <body className="flex flex-col">
        {children}
        {IS_DEVELOPMENT && <ScriptAfterHydration url={assets.site} />}
      </body>
    </html>
  )
}
