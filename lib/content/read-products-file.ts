import { type ProductRule, productFileSchema } from '@/lib/kb/releases/product-file'
import { isFileNamed, readCheckedFileSync } from './read-checked-file'

/** Tells whether a path is that of a file that says how products are shown. It may be anywhere below the content folder. */
export function isProductsFile(path: string): boolean {
  return isFileNamed(path, 'products.yaml')
}

/** A rule with the line of the file on which it begins, counted from 1. */
export type ProductRuleInFile = ProductRule & { readonly fileLine: number }

/** Reads the rules of the file at `path` below `contentDir`. Throws an `ArticleError` for a file that has none. */
export function readProductsFileSync(contentDir: string, path: string): ProductRuleInFile[] {
  const file = { schema: productFileSchema, name: 'products file', required: 'it needs products' }
  const { value, lineOf } = readCheckedFileSync(contentDir, path, file)
  return value.products.map((rule, index) => ({ ...rule, fileLine: lineOf(['products', index]) }))
}
