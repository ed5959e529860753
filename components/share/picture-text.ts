/**
 * Gives a text as the font that the renderer brings can draw it, at most `length` characters: for any other character the
 * renderer would load a font from the network.
 */
export function pictureText(text: string, length: number): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u00ff]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= length) return plain
  const cut = plain.slice(0, length - 3)
  return `${cut.slice(0, cut.lastIndexOf(' ') > length / 2 ? cut.lastIndexOf(' ') : undefined)}...`
}
