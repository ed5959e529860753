import { getAssetsVersion } from '@/lib/env'
import { assetPath } from '@/lib/http/asset-path.mjs'

/** What every page loads. */
export interface PageAssets {
  readonly theme: string
  readonly site: string
  readonly styles: string
}

/** Gives the addresses of the scripts and the style sheet of every page. */
export function pageAssets(version = getAssetsVersion()): PageAssets {
  return {
    theme: assetPath('theme.js', version),
    site: assetPath('site.js', version),
    styles: assetPath('site.css', version),
  }
}
