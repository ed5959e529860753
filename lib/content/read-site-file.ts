import { ArticleError, type Problem } from '@/lib/kb/articles/errors'
import type { IndexedPicture } from '@/lib/kb/articles/picture'
import type { ProductRule } from '@/lib/kb/releases/product-rules'
import { type SiteFile, siteFileSchema } from '@/lib/kb/site-file'
import { findPictures } from './pictures/find-pictures'
import { isFileNamed, readCheckedFileSync } from './read-checked-file'

export const SITE_FILE = 'site.yaml'

/** Tells whether a path is that of a file that describes the site. */
export function isSiteFile(path: string): boolean {
  return isFileNamed(path, SITE_FILE)
}

/** A rule with the line of the file on which it begins, counted from 1. */
type ProductRuleInFile = ProductRule & { readonly fileLine: number }

/** What `site.yaml` says, with its logo looked at. */
export interface SiteInFile {
  readonly settings: Omit<SiteFile, 'products'>
  readonly productRules: readonly ProductRuleInFile[]
  readonly logo?: IndexedPicture
  /** What is wrong with the logo; the site is served without it. */
  readonly problems: readonly Problem[]
}

/** Reads the description of the site. Throws an `ArticleError` for one that its schema refuses or that lies in a subfolder. */
export function readSiteFileSync(contentDir: string, path: string): SiteInFile {
  if (path !== SITE_FILE) {
    const message = `There is a "${SITE_FILE}" in a subfolder, where it describes nothing. Move it to the content folder itself.`
    throw new ArticleError(message, { file: path, line: 1 })
  }
  const fields = Object.keys(siteFileSchema.shape)
  const file = { schema: siteFileSchema, name: 'site file', required: 'docs/content-format.md says how', fields }
  const { value, lineOf } = readCheckedFileSync(contentDir, path, file)
  const { products = [], ...settings } = value
  const productRules = products.map((rule, index) => ({ ...rule, fileLine: lineOf(['products', index]) }))
  if (settings.logo === undefined) return { settings, productRules, problems: [] }
  const logo = { url: settings.logo, line: lineOf(['logo']) }
  const { pictures, problems } = findPictures(contentDir, [logo], { path, bodyLine: 1 })
  return { settings, productRules, logo: pictures[0], problems }
}
