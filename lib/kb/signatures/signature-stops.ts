import type { FoundSignature } from './signature'
import { stopSignature } from './signature-values'

/** `STOP 0xA`, `STOP: 0x0000000A`, `Stop error 0x7B`, `STOP:c000021a`, `bugcheck code 0x1e`, `blue screen 0x0000001E`. */
const STOP =
  /(?<![\w-])(?:stop|bug ?check|blue screen)(?:[ \t]+(?:error|err|message|msg|code|screen|was|is)){0,3}[ \t]{0,3}[:=]?[ \t]{0,3}\n?[ \t]{0,3}["'(]?(?:0x([0-9a-f]{1,9})|([0c]0000[0-9a-f]{3}))(?!\w)/gi

/** Finds STOP codes. `findSymbols` finds their names. */
export function findStops(text: string): FoundSignature[] {
  const found: FoundSignature[] = []
  for (const match of text.matchAll(STOP)) {
    const signature = stopSignature(Number.parseInt(match[1] ?? match[2] ?? '', 16))
    if (signature) found.push({ ...signature, start: match.index, end: match.index + match[0].length })
  }
  return found
}
