import { type ProductRule, productFileSchema } from '@/lib/kb/releases/product-file'
import { parseCheckedYaml } from './checked-yaml'
import { decodeContent } from './read-article'
import { readBytesSync } from './read-bytes'

/** The name of a file that says how products are shown. It may be anywhere below the content folder. */
const PRODUCTS_FILE_NAME = 'products.yaml'

/** Tells whether a path below the content folder is that of a products file. */
export function isProductsFile(path: string): boolean {
  return path.split('/').at(-1) === PRODUCTS_FILE_NAME
}

/** A rule with the line of the file on which it begins, counted from 1. */
export type ProductRuleInFile = ProductRule & { readonly fileLine: number }

/** Reads the rules of the file at `path` below `contentDir`. Throws an `ArticleError` for a file that has none. */
export function readProductsFileSync(contentDir: string, path: string): ProductRuleInFile[] {
  const text = decodeContent(readBytesSync(contentDir, path), path)
  const { value, lineOf } = parseCheckedYaml(text, productFileSchema, {
    file: path,
    firstLine: 1,
    name: 'products file',
    required: 'it needs products',
  })
  return value.products.map((rule, index) => ({ ...rule, fileLine: lineOf(['products', index]) }))
}
