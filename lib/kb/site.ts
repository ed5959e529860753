import { pictureUrl } from '@/lib/urls'
import type { Picture } from './articles/picture'
import type { SiteFile } from './site-file'
import { shortNameOf } from './site-name'

export type SiteSource = NonNullable<SiteFile['sources']>[number]

/** What the pages show of a site. */
export interface Site extends Omit<SiteFile, 'products' | 'logo'> {
  readonly name: string
  readonly shortName: string
  readonly language: string
  /** The URL of the logo, if there is one. */
  readonly logoUrl?: string
}

/** Fills in what the owner does not say. */
export function completeSite(
  { products: _, logo: __, ...file }: SiteFile,
  logoPicture?: Pick<Picture, 'sha256' | 'type'>,
): Site {
  const name = file.name ?? 'KB Viewer'
  return {
    ...file,
    name,
    shortName: file.shortName ?? shortNameOf(name),
    language: file.language ?? 'en',
    logoUrl: logoPicture && pictureUrl(logoPicture),
  }
}

/** The site of a folder without `site.yaml`. */
export const DEFAULT_SITE: Site = completeSite({})

/** Gives whom an article is by, from the addresses of its source. */
export function attributionOf(
  { sources = [] }: Pick<Site, 'sources'>,
  source: { readonly url?: string; readonly repository?: string } | undefined,
): SiteSource | undefined {
  const addresses = [source?.url, source?.repository].filter((address) => address !== undefined)
  return sources.find(({ url }) => addresses.some((address) => address.startsWith(url)))
}
