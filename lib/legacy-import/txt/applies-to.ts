import type { TextLine } from '@/lib/legacy-import/shared/text-line'

/** What the box "The information in this article applies to" says. */
export interface AppliesTo {
  readonly products: readonly string[]
  /** A component ("..., used with" or "..., included with", as printed, without the colon) and its products. */
  readonly productGroups: Readonly<Record<string, readonly string[]>>
  readonly platforms: readonly string[]
}

/**
 * Reads the items of the box. Under `..., used with:` the children are the products; before `, on platform(s):` stands
 * the product and its children are platforms.
 */
export function parseAppliesTo(lines: readonly TextLine[]): AppliesTo {
  const products: string[] = []
  const platforms: string[] = []
  const groups: Record<string, string[]> = {}
  for (const { text, children } of readItems(lines)) {
    const onPlatform = ON_PLATFORMS.exec(text)
    if (onPlatform) {
      products.push(onPlatform[1] ?? text)
      platforms.push(...children)
    } else if (children.length > 0) {
      groups[text.replace(/:$/, '')] = children
      products.push(...children)
    } else {
      products.push(text)
    }
  }
  return { products, productGroups: groups, platforms: [...new Set(platforms)] }
}

interface BoxItem {
  text: string
  readonly children: string[]
}

const ON_PLATFORMS = /^(.*?),? on platforms?(?:\(s\))?:?$/

/** ` - product` at column 1, its children at column 4; a line without a marker goes on with the item above. */
function readItems(lines: readonly TextLine[]): BoxItem[] {
  const items: BoxItem[] = []
  for (const line of lines) {
    const marked = /^( *)- +(.*)$/.exec(line.text)
    const text = (marked?.[2] ?? line.text).trim()
    if (text === '' || text === '-') continue
    const parent = items.at(-1)
    if (marked && parent && (marked[1] ?? '').length >= 3) parent.children.push(text)
    else if (marked || !parent) items.push({ text, children: [] })
    else appendText(parent, text)
  }
  return items
}

function appendText(item: BoxItem, text: string): void {
  const child = item.children.pop()
  if (child === undefined) item.text = `${item.text} ${text}`
  else item.children.push(`${child} ${text}`)
}
