import { FUSED_SUBHEADINGS } from './headings'

/** A piece of a line that was cut. */
export interface FusedPiece {
  readonly text: string
  readonly isHeading: boolean
}

/**
 * Cuts a line where headings, chrome and notes are glued to text (shape "fused"): `on a serverSYMPTOMSWhen you` becomes
 * three pieces. Sub-headings in title case are cut only when `isFused` says that the whole page was flattened.
 */
export function splitFusedLine(line: string, isFused: boolean): FusedPiece[] {
  const caption = /^(.*\S)\s*(?:Collapse this table ?Expand this table|Collapse this table)\s*$/.exec(line)
  if (caption?.[1]) return captionPieces(caption[1])

  const pieces: FusedPiece[] = []
  for (const part of cutChrome(line)) {
    for (const piece of cutCanonical(part, isFused)) {
      if (piece.isHeading) pieces.push(piece)
      else for (const text of cutSentences(piece.text, isFused)) cutSubheadings(text, isFused, pieces)
    }
  }
  return pieces.length === 0 ? [{ text: '', isHeading: false }] : pieces
}

/** Shape F glues the caption of a table to the heading above it. */
function captionPieces(text: string): FusedPiece[] {
  return [{ text, isHeading: !/[.:;,]$/.test(text) && text.length <= 110 }]
}

const CANONICAL_NAMES = 'SUMMARY|INTRODUCTION|SYMPTOMS|CAUSE|RESOLUTION|WORKAROUND|STATUS|MORE INFORMATION|REFERENCES'

/** `CAUSEThis issue`, `SYMPTOMSA hotfix`. A blank may follow the name only after the end of a sentence: `registry. CAUSE When`. */
const GLUED_CANONICAL = new RegExp(
  `(?:(?<=^|[^A-Z-])(${CANONICAL_NAMES})(?=[A-Z][a-z]|[AI] |\\d+[.)] )|(?<=^|[.?!:)"]\\s*)(${CANONICAL_NAMES}) (?=[A-Z][a-z]|[AI] ))`,
  'g',
)
/** On a flattened page a blank may be all that is left on both sides: `Event Type: Error CAUSE This issue`. */
const FUSED_CANONICAL = new RegExp(
  `(?<=^|[^A-Z-])(${CANONICAL_NAMES})(?:(?=[A-Z][a-z]|[AI] |\\d+[.)] )| (?=[A-Z][a-z]|[AI] ))`,
  'g',
)

function cutCanonical(text: string, isFused: boolean): FusedPiece[] {
  const pieces: FusedPiece[] = []
  let from = 0
  for (const match of text.matchAll(isFused ? FUSED_CANONICAL : GLUED_CANONICAL)) {
    pushText(pieces, text.slice(from, match.index))
    pieces.push({ text: match[1] ?? match[2] ?? '', isHeading: true })
    from = match.index + match[0].length
  }
  const rest = text.slice(from)
  // A heading that ends the line: `... Server 2003SYMPTOMS`.
  const last = from === 0 && !new RegExp(`^(?:${CANONICAL_NAMES})$`).test(rest) && GLUED_LAST.exec(rest)
  if (last) {
    pushText(pieces, rest.slice(0, last.index))
    pieces.push({ text: last[0], isHeading: true })
  } else pushText(pieces, rest)
  return pieces
}
const GLUED_LAST = new RegExp(`(?<=[a-z0-9.)])(?:${CANONICAL_NAMES})$`)

function pushText(pieces: FusedPiece[], text: string): void {
  if (text.trim() !== '') pieces.push({ text: text.trim(), isHeading: false })
}

function cutChrome(line: string): string[] {
  return line
    .replace(/(?<=\S)On This Page(?=$|[A-Z])/g, '\n')
    .replace(/^On This Page(?=[A-Z])/, '')
    .replace(/(?<=[a-z0-9.)"])(Back to the top)(?=$|[A-Z])/gi, '\n$1\n')
    .replace(/^(Back to the top)(?=[A-Z])/i, '$1\n')
    .split('\n')
}

/**
 * A note begins a paragraph: after a full stop, or glued to what is before it. On a flattened page a sentence that is
 * glued to the one before it begins a paragraph, too (`November 29, 2007.To obtain`); `Outlook.Application` does not.
 */
function cutSentences(text: string, isFused: boolean): string[] {
  let cut = text
    .replace(/(?<=[.?!)]["”]?) (?=(?:Note|Important|Warning|Caution) (?:[A-Z]|"))/g, '\n')
    .replace(/(?<=[a-z0-9.)])(?=(?:Note|Important|Warning|Caution) [A-Z])/g, '\n')
    .replace(/(?<=[.?!:]) ?(?=Event Type ?: ?\w)/g, '\n')
    .replace(/^(This article was previously published under (?:JP|Q)?\d{4,7}\.?) (?=\S)/, '$1\n')
  if (isFused) {
    cut = cut
      .replace(/(?<=(?:[ (][a-z]{2,}|\d|\))\.)(?=[A-Z][a-z]+ )/g, '\n')
      .replace(/(?<=[a-z]:)(?=https?:|[A-Z])/g, '\n')
      .replace(/(?<=(?:Knowledge Base|article):) ?(?=\d{5,7}(?:$| ?\())/g, '\n')
      .replace(/(?<=[a-z)])(?=For a Microsoft [A-Z])/g, '\n')
      .replace(SUBHEADING_INSIDE, '\n')
      .replace(
        /(?<=[a-z]) (?=(?:Note|Important|Warning|Caution) (?:If|The|This|These|You|When|In|Make|Do|Before|To|For|We|After) )/g,
        '\n',
      )
  }
  return cut.split('\n').filter((part) => part.trim() !== '')
}

const SUBHEADING_INSIDE = new RegExp(`(?<=[).:]) (?=(?:${FUSED_SUBHEADINGS})[A-Z][a-z])`, 'g')
const GLUED_SUBHEADING = new RegExp(`^(?:${FUSED_SUBHEADINGS})(?=[A-Z][a-z])`)
/** `Hotfix Information A supported hotfix`: a blank is all that is left of the line end. */
const SPACED_SUBHEADING = new RegExp(
  `^(?:${FUSED_SUBHEADINGS})(?= (?:An?|The|This|These|You|To|If|When|In|For|There|Microsoft|No|Use) ?)`,
)
/** The place where a word in lower case runs into a capital: `Issues that the update rollup fixesUpdate Rollup 2`. */
const GLUED_PHRASE = /^([A-Z][^.?!:;|]{6,100}? [a-z]{3,})(?=[A-Z][a-z]+ \S+ \S+ \S+)/
/** After a heading the last word may have a capital, too: `Software Update PackagesExchange Server software`. */
const GLUED_TITLE = /^([A-Z][^.?!:;|]{6,100}? (?:[a-z]{3,}|[A-Z][a-z]{5,}))(?=[A-Z][a-z]+ \S+ \S+ \S+)/

function cutSubheadings(text: string, isFused: boolean, pieces: FusedPiece[]): void {
  let rest = text.trim()
  for (;;) {
    const phrase = pieces.at(-1)?.isHeading ? GLUED_TITLE : GLUED_PHRASE
    const isProse = /^(?:When|If|The|This|You|In|An?|It|For|On|After|Before|To)\b/.test(rest)
    const heading =
      (isFused && GLUED_SUBHEADING.exec(rest)?.[0]) ||
      SPACED_SUBHEADING.exec(rest)?.[0] ||
      (isFused && !isProse && phrase.exec(rest)?.[1])
    if (!heading) break
    pieces.push({ text: heading, isHeading: true })
    rest = rest.slice(heading.length).trim()
  }
  for (const part of isFused ? rest.split(GLUED_SENTENCE) : [rest]) pushText(pieces, part)
}

/** The end of one paragraph and the first words of the next: `on a serverYou receive the following`. */
const GLUED_SENTENCE =
  /(?<=[a-z]{3})(?=(?:You|This|These|When|If|To|For|The|After|However|Additionally|In this scenario) [a-z]+ )/
