const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{2,6})|#x([\da-f]{2,5}));/gi
const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Replaces the commonest entities of HTML and XML by their characters: `&lt;Event&gt;` becomes `<Event>`. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (_, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name !== undefined) return NAMES[name.toLowerCase()] ?? ' '
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return code <= 0xffff ? String.fromCharCode(code) : ' '
  })
}
