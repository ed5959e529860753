import type { Site } from '@/lib/kb/site'

const ACCENT = '#0b5cad'
const ICONS = [
  { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
  { src: '/apple-touch-icon.png', type: 'image/png', sizes: '180x180' },
]

/** Builds the web app manifest: the name, the color and the icon of the site. */
export function webManifest({ name, shortName, accent = ACCENT, logoUrl }: Site): string {
  const manifest = {
    name,
    short_name: shortName,
    description: 'Knowledge-base articles by number, error code or words',
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: accent,
    icons: logoUrl === undefined ? ICONS : [{ src: logoUrl, sizes: 'any' }],
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
