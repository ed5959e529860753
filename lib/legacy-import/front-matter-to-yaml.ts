import { stringify } from 'yaml'
import { type FrontMatter, frontMatterSchema } from '@/lib/kb/front-matter'

/** Writes front matter as YAML in the order of the schema; empty fields stay out, except `products`. */
export function frontMatterToYaml(frontMatter: Partial<FrontMatter>): string {
  const fields: Record<string, unknown> = { ...frontMatter, products: frontMatter.products ?? [] }
  const ordered: Record<string, unknown> = {}
  for (const key of KEYS) if (key === 'products' || !isEmpty(fields[key])) ordered[key] = fields[key]
  // Strings that a YAML 1.1 reader would take for something else (`NO`, `1:30`) are quoted too.
  return stringify(ordered, { lineWidth: 0, compat: 'yaml-1.1', flowCollectionPadding: false })
}

const KEYS = Object.keys(frontMatterSchema.shape)

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
