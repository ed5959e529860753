import type { FoundSignature } from './signature'
import { stopSignature } from './signature-values'

/** The forms in which stop codes are written, the base of their digits, and words of which a text has one, if it has the form. */
const FORMS: readonly { readonly pattern: RegExp; readonly base: 10 | 16; readonly words: readonly string[] }[] = [
  {
    // `STOP 0xA`, `STOP: 0x0000000A`, `Stop error 0x7B`, `STOP:c000021a`, `bugcheck code 0x1e`, `blue screen 0x0000001E`
    pattern:
      /(?<![\w-])(?:stop|bug ?check|blue screen)(?:[ \t]+(?:error|err|message|msg|code|screen|was|is)){0,3}[ \t]{0,3}[:=]?[ \t]{0,3}\n?[ \t]{0,3}["'(]?(?:0x([0-9a-f]{1,9})|([0c]0000[0-9a-f]{3}))(?!\w)/gi,
    base: 16,
    words: ['stop', 'bug', 'blue screen'],
  },
  // `STOP Messages 0x00000077 and 0x0000007A`: each of a list
  {
    pattern:
      /(?<=\bstop[ \t](?:errors|messages|codes|screens)[ \t](?:0x[\da-f]{1,9}(?:,[ \t]?|[ \t](?:and|or)[ \t])){0,6})0x([\da-f]{1,9})(?!\w)/gi,
    base: 16,
    words: ['stop'],
  },
  // `Fatal System Error: 0x0000007b` of a kernel debugger
  { pattern: /\bFatal System Error: {0,3}0x([0-9a-f]{8})\b/gi, base: 16, words: ['fatal system'] },
  // `BugCheck 7B, {f79fb524, c0000034, 0, 0}`, `BUGCHECK_CODE:  7b`, `BUGCHECK_STR:  0x7B`, `BCCode: 1000007e`
  { pattern: /\bBugCheck ([0-9A-F]{1,8}), ?\{/g, base: 16, words: ['bugcheck'] },
  {
    pattern: /\b(?:BUGCHECK_CODE|BUGCHECK_STR|BCCode)["']?[ \t]{0,12}[:=]?[ \t]{0,12}(?:0x)?([0-9a-f]{1,8})(?!\w)/gi,
    base: 16,
    words: ['bugcheck_', 'bccode'],
  },
  // `Error code 100000d1, parameter1 00000044, parameter2 00000002`: the entry of the restart after a stop
  { pattern: /\b([0-9a-f]{8}),\s{1,2}parameter ?1\b/gi, base: 16, words: ['parameter'] },
  // `0x0000007e (0xc0000005, 0xbf89b2c1, 0xf5e8b6f4, 0xf5e8b3f0)`: four parameters, in a sentence of any language
  {
    pattern: /\b0x([0-9a-f]{8}) ?\((?:0x[0-9a-f]{8,16}, ?){3}0x[0-9a-f]{8,16}\)/gi,
    base: 16,
    words: ['(0x'],
  },
  // `<Data Name="BugcheckCode">122</Data>`, `BugcheckCode 122`: the power event writes it in decimal
  {
    pattern: /\bBugcheckCode["']?[ \t]{0,12}[:=>]?[ \t]{0,12}(\d{1,10})(?![\w.])/gi,
    base: 10,
    words: ['bugcheckcode'],
  },
]

/** Finds the codes of stop screens, with the words of the screen or in the fields of logs and crash reports. Their names are symbols. */
export function findStops(text: string): FoundSignature[] {
  const lower = text.toLowerCase()
  return FORMS.filter(({ words }) => words.some((word) => lower.includes(word))).flatMap(({ pattern, base }) =>
    Array.from(text.matchAll(pattern), (match): FoundSignature | undefined => {
      const signature = stopSignature(Number.parseInt(match[1] ?? match[2] ?? '', base))
      return signature && { ...signature, start: match.index, end: match.index + match[0].length }
    }).filter((found) => found !== undefined),
  )
}
