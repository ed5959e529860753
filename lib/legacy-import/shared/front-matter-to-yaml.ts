import { Document, visit } from 'yaml'
import { frontMatterFields } from '@/lib/kb/articles/front-matter'
import type { WrittenFrontMatter } from './legacy-record'

/** Writes front matter as YAML in the order of the schema; empty fields stay out, except `products`. */
export function frontMatterToYaml(frontMatter: WrittenFrontMatter): string {
  const fields: Record<string, unknown> = { ...frontMatter, products: frontMatter.products ?? [] }
  const filled = KEYS.filter((key) => key === 'products' || !isEmpty(fields[key]))
  const document = new Document(Object.fromEntries(filled.map((key) => [key, fields[key]])), {
    aliasDuplicateObjects: false,
  })
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string') scalar.type = isPlain(scalar.value) ? 'PLAIN' : 'QUOTE_DOUBLE'
    },
  })
  return document.toString({ lineWidth: 0 })
}

const KEYS = Object.keys(frontMatterFields.shape)

/** Only what any reader of YAML takes for a string stays plain, and a day. */
function isPlain(text: string): boolean {
  return (PLAIN.test(text) && !RESERVED.test(text)) || DAY.test(text)
}

const PLAIN = /^[A-Za-z](?:[\w.,/()+'"-]|:(?=[\w\\/])| (?=[\w.,/()+'"&-]))*$/
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i
const DAY = /^\d{4}-\d{2}-\d{2}$/

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
