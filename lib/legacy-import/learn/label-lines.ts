import { type KbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'
import { splitAtFences } from './outside-code'

/** What the lines below the introduction say, and the text without them. */
export interface LabelLines {
  readonly body: string
  /** The numbers in the order of the lines, each once. */
  readonly numbers: readonly KbNumber[]
  readonly products: string
}

/** `_Original KB number:_ &nbsp; 3056560`, with asterisks or without marks, `_Original help number:_` */
const NUMBER_LABEL =
  /^[ \t]{0,3}[_*]{0,2}(?:Original )?(?:KB|help) number[ \t]*:?[_*]{0,2}[ \t]*:?(?:&nbsp;|\s)*((?:\d{5,7}(?:[,;]\s*)?)+)[_*]{0,2}\s*$/i
/** `_Applies to:_ &nbsp; Windows Server 2003`; without marks it is text. */
const PRODUCT_LABEL =
  /^[ \t]{0,3}[_*]{1,2}(?:Applies to|Original product version|Original version)[ \t]*:?[_*]{1,2}[ \t]*:?(?:&nbsp;|\s)*(.*)$/i

/** Takes the lines that name products and the number out of a body. In sections only a number and what is above it count. */
export function takeLabelLines(body: string): LabelLines {
  const lines = body.split('\n')
  const code = new Set(
    splitAtFences(lines).flatMap(({ isCode, start, lines: inner }) =>
      isCode ? inner.map((_, index) => start + index) : [],
    ),
  )
  const numbers = new Set<KbNumber>()
  const products: string[] = []
  const kept: string[] = []
  let isInSection = false
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (code.has(index)) {
      kept.push(line)
      continue
    }
    isInSection ||= /^##/.test(line)
    const number = NUMBER_LABEL.exec(line)?.[1]
    const product = isInSection && !isNumberNear(lines, index) ? undefined : PRODUCT_LABEL.exec(line)?.[1]
    if (number !== undefined) {
      for (const digits of number.match(/\d+/g) ?? []) {
        const found = toKbNumber(Number(digits))
        if (found !== undefined) numbers.add(found)
      }
    } else if (product !== undefined) {
      // The list goes on in the next line: `SQL Server 2012,` above `SQL Server 2008`.
      const isCut = /[,;]\s*$/.test(product) && /^\s*[^\s_*#>|:[-]/.test(lines[index + 1] ?? '')
      if (products.length === 0) products.push(isCut ? `${product} ${lines[index + 1]}` : product)
      if (isCut) index++
    } else kept.push(line)
  }
  return { body: kept.join('\n'), numbers: [...numbers], products: products.join() }
}

function isNumberNear(lines: readonly string[], index: number): boolean {
  return [index + 1, index + 2].some((next) => NUMBER_LABEL.test(lines[next] ?? ''))
}
