import { stringify } from 'yaml'
import { type FrontMatter, frontMatterSchema } from '@/lib/kb/articles/front-matter'

/** Writes front matter as YAML in the order of the schema; empty fields stay out, except `products`. */
export function frontMatterToYaml(frontMatter: Partial<FrontMatter>): string {
  const fields: Record<string, unknown> = { ...frontMatter, products: frontMatter.products ?? [] }
  return KEYS.filter((key) => key === 'products' || !isEmpty(fields[key]))
    .map((key) => fieldToYaml(key, fields[key], ''))
    .join('')
}

const KEYS = Object.keys(frontMatterSchema.shape)

function fieldToYaml(key: string, value: unknown, indent: string): string {
  const name = `${indent}${scalarToYaml(key)}:`
  if (Array.isArray(value)) {
    if (value.length === 0) return `${name} []\n`
    return `${name}\n${value.map((item) => itemToYaml(item, indent)).join('')}`
  }
  if (typeof value !== 'object' || value === null) return `${name} ${scalarToYaml(value)}\n`
  const inner = Object.entries(value).filter(([, field]) => !isEmpty(field))
  return `${name}\n${inner.map(([field, item]) => fieldToYaml(field, item, `${indent}  `)).join('')}`
}

function itemToYaml(item: unknown, indent: string): string {
  if (typeof item !== 'object' || item === null) return `${indent}  - ${scalarToYaml(item)}\n`
  const fields = Object.entries(item).filter(([, field]) => !isEmpty(field))
  const text = fields.map(([field, value]) => fieldToYaml(field, value, `${indent}    `)).join('')
  return `${indent}  - ${text.trimStart()}`
}

/** What any reader of YAML takes for a string stays plain, and so does a day; everything else is quoted. */
function scalarToYaml(value: unknown): string {
  if (typeof value === 'number') return String(value)
  const text = String(value)
  if ((PLAIN.test(text) && !RESERVED.test(text)) || DAY.test(text)) return text
  return stringify(text, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' }).trimEnd()
}

const PLAIN = /^[A-Za-z](?:[\w.,/()+'"-]|:(?=[\w\\/])| (?=[\w.,/()+'"&-]))*$/
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i
const DAY = /^\d{4}-\d{2}-\d{2}$/

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
