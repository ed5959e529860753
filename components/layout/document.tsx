import type { ReactNode } from 'react'
import type { Site } from '@/lib/kb/site'
import { accentUrl, feedUrl, MANIFEST_URL, OPEN_SEARCH_URL } from '@/lib/urls'

/** What a page says about itself to search engines and to those with whom it is shared. */
export interface DocumentFacts {
  readonly title: string
  readonly description?: string
  /** The path of the page. */
  readonly path: string
  /** False for a page that search engines should not list. */
  readonly isIndexed?: boolean
  readonly article?: {
    /** The path of the same as Markdown. */
    readonly markdownPath: string
    /** The picture that stands for the page where its link is shared. */
    readonly picturePath: string
    readonly published?: string
    readonly modified?: string
  }
}

interface Props {
  readonly facts: DocumentFacts
  readonly site: Site
  /** The scheme and host of this site, if they are known. */
  readonly origin?: string
  /** The addresses of what every page loads. */
  readonly assets: { readonly theme: string; readonly site: string; readonly styles: string }
  readonly children: ReactNode
}

/** A whole page: what browsers and programs need to know, then what the reader sees. */
export function Document({ facts, site, origin, assets, children }: Props) {
  const { title, path, isIndexed = true, article } = facts
  return (
    <html lang="en" data-number-prefix={site.prefix}>
      {/* biome-ignore lint/style/noHeadElement: no part of the framework makes this page. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href={assets.styles} />
        {site.accent !== undefined && <link rel="stylesheet" href={accentUrl(site.accent)} />}
        {/* It holds up the first paint: a page must not flash in another theme. */}
        <script src={assets.theme} />
        <script type="module" src={assets.site} />
        <title>{title}</title>
        {facts.description && <meta name="description" content={facts.description} />}
        <link rel="canonical" href={`${origin ?? ''}${path}`} />
        {isIndexed || <meta name="robots" content="noindex" />}
        {article && <link rel="alternate" type="text/markdown" href={`${origin ?? ''}${article.markdownPath}`} />}
        {THEME_COLORS.map(({ media, color }) => (
          <meta key={color} name="theme-color" content={color} media={media} />
        ))}
        <meta name="application-name" content={site.name} />
        {/* Browsers would turn KB numbers into telephone links. */}
        <meta name="format-detection" content="telephone=no" />
        <SharedFacts facts={facts} site={site} origin={origin} />
        {listIcons(site).map(({ url, ...properties }) => (
          <link key={url} rel="icon" href={url} {...properties} />
        ))}
        <link rel="apple-touch-icon" href={APPLE_ICON} />
        <link rel="manifest" href={MANIFEST_URL} />
        {origin !== undefined && (
          <>
            <link rel="alternate" type="application/atom+xml" title="New and replaced articles" href={feedUrl('/')} />
            <link
              rel="search"
              type="application/opensearchdescription+xml"
              title={site.shortName}
              href={OPEN_SEARCH_URL}
            />
          </>
        )}
      </head>
      <body className="flex flex-col">{children}</body>
    </html>
  )
}

/** What a page looks like where its link is shared. Without a known origin it cannot say where it and its picture are. */
function SharedFacts({ facts, site, origin }: Pick<Props, 'facts' | 'site' | 'origin'>) {
  const { title, description, path, article } = facts
  const picture = article && origin && origin + article.picturePath
  const properties: readonly (readonly [string, string | undefined])[] = [
    ['og:type', article ? 'article' : 'website'],
    ['og:site_name', site.name],
    ['og:title', title],
    ['og:description', description],
    ['og:url', origin && origin + path],
    ['og:image', picture],
    ['og:image:width', picture && '1200'],
    ['og:image:height', picture && '630'],
    ['og:image:alt', picture && title],
    ['article:published_time', article?.published],
    ['article:modified_time', article?.modified],
  ]
  return (
    <>
      {properties.map(([name, value]) => value && <meta key={name} property={name} content={value} />)}
      {picture && <meta name="twitter:card" content="summary_large_image" />}
    </>
  )
}

export const THEME_COLORS = [
  { media: '(prefers-color-scheme: light)', color: '#ffffff' },
  { media: '(prefers-color-scheme: dark)', color: '#10151d' },
]

export const APPLE_ICON = '/apple-touch-icon.png'

/** For browsers that cannot show an SVG icon, the ICO file comes first. */
export function listIcons({ logoUrl }: Site): readonly { url: string; sizes?: string; type?: string }[] {
  if (logoUrl !== undefined) return [{ url: logoUrl }]
  return [
    { url: '/favicon.ico', sizes: '32x32' },
    { url: '/icon.svg', type: 'image/svg+xml' },
  ]
}
