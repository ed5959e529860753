/** Far above what articles have. Beyond these limits, parsing takes quadratic time or overflows the stack. */
const LIMITS: readonly { readonly pattern: RegExp; readonly most: number; readonly message: string }[] = [
  {
    // `> > 1. - ` a hundred times: the parser recurses once per level.
    pattern: /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){101}/gm,
    most: 0,
    message: 'The body nests lists or quotations too deeply. Reduce the nesting.',
  },
  {
    // For each unmatched bracket, the parser goes back to the start.
    pattern: /\](?![([])/g,
    most: 20_000,
    message: 'The body has more than 20,000 brackets "]" outside of links. Split the article.',
  },
  {
    // For each table and underlined heading, the parser copies everything before it.
    pattern: /^[ \t>|:]*[-=][-=|: \t]*$/gm,
    most: 4000,
    message:
      'The body has more than 4,000 lines that consist of dashes. Write headings with "##", and split the article.',
  },
]

/** Throws a `RangeError` for a body that would take minutes to parse or overflow the stack. */
export function refuseExcess(body: string): void {
  for (const { pattern, most, message } of LIMITS) {
    if (body.length <= most) continue
    let count = 0
    for (const _ of body.matchAll(pattern)) if (++count > most) throw new RangeError(message)
  }
  const unopened = countOf(body, ']') - countOf(body, '[')
  if (unopened > 4000) {
    throw new RangeError('The body has more than 4,000 unmatched brackets "]". Remove them, or split the article.')
  }
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}
