/**
 * Gives an equal text that can be kept: a piece of a text keeps the whole of it alive in memory, and a dictionary of such
 * pieces every text that one was ever cut from.
 */
export function detachText(piece: string): string {
  return piece.split('').join('')
}
