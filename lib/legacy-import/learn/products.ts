/** A part that goes on with the product before it: `Windows 10, version 1803, all editions`. */
const GOES_ON = /^(?:versions?\b|all editions|x(?:64|86)\b|\d+-bit|\p{Ll}|[\d.]+$|(?:and|or) )/u
const VERSION = /^versions? /

/**
 * Splits a product line: at semicolons, and at commas outside of parentheses where the next part is a product. A second
 * version in a row repeats the product: `Windows 10, version 1803, version 1709` is two.
 */
export function splitProducts(line: string): string[] {
  const clean = line
    .replace(/&nbsp;|\u00A0/g, ' ')
    .replace(/[–—]/g, '-')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/[_*]+$/, '')
    .trim()
  const products: string[] = []
  for (const part of splitOutsideParentheses(clean)) {
    const last = products.at(-1)
    const version = last === undefined ? -1 : last.search(/, versions? /)
    if (last === undefined || !GOES_ON.test(part)) products.push(part)
    else if (VERSION.test(part) && /, version [^,]+$/.test(last)) products.push(`${last.slice(0, version)}, ${part}`)
    else products[products.length - 1] = `${last}, ${part}`
  }
  return [...new Set(products)]
}

function splitOutsideParentheses(text: string): string[] {
  const parts: string[] = []
  let [depth, start] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (text[at] === ';' || (text[at] === ',' && text[at + 1] === ' '))) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
