/** A text that only the page of this key has. It hardly compresses. */
export function textOfPage(key: string): string {
  return Array.from({ length: 200 }, (_, at) => Math.imul(at + 1, 2654435761 ^ Number(key.slice(5))).toString(36)).join(
    ' ',
  )
}
