/** Gives the parts of a text between broken bars: words and marks, with the blanks that matter around them. */
export function piecesOf(text: string): string[] {
  return text.split('¦')
}
