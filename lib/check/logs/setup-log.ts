import type { FoundSignature } from '@/lib/kb/signatures/signature'
import { eventSignature } from '@/lib/kb/signatures/signature-events'
import { errorSignature } from '@/lib/kb/signatures/signature-values'

/** What only the log of a program has that installs something, each with the program. */
const LOG_MARKS: readonly RegExp[] = [
  // Windows Installer
  /^=== (?:Verbose )?logging st(?:arted|opped)/im,
  /^MSI \([csaN]\) \(/m,
  /^(?:Action (?:start|ended)|Property\([SCN]\):) /m,
  /\bReturn value 3\b/,
  /\bMainEngineThread is returning \d+/,
  // Exchange: [02/15/2011 10:15:55.0123] [1] [ERROR] and [13:43:33] Entering ...
  /^\[[\d/. :APM-]{6,40}\] \[\d\] /m,
  /^\[\d{2}:\d{2}:\d{2}\] {1,3}(?:Entering|Leaving|Sc[A-Z]|mode =|C[A-Z]\w+::)/m,
  // Windows Update and component servicing
  /^\d{4}[-/]\d{2}[-/]\d{2}\s+\d{2}:\d{2}:\d{2}[:.]\d{3,7}\s+\d{2,5}\s+[\da-f]{2,5}\s+[A-Z]/m,
  /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}, \w+\s+(?:CBS|CSI|DPX|DISM)\b/m,
  // Update.exe
  /^\d{1,6}\.\d{3}: /m,
]
/** What the log and the event log have in common. */
const SHARED_MARKS: readonly RegExp[] = [
  /\bInstallation (?:success or error status|completed successfully|operation failed)/i,
  /\bProduct: [^\n]{1,120} -- (?:Error|Configuration|Installation) /,
]

/** Tells whether a text is, or has lines of, the log of a program that installs something. */
export function isSetupLog(text: string, { hasEvents }: { hasEvents: boolean }): boolean {
  return LOG_MARKS.some((mark) => mark.test(text)) || (!hasEvents && SHARED_MARKS.some((mark) => mark.test(text)))
}

/** Windows Installer enters its error 1306 in the event log under this number more: event 11306. */
const EVENT_OFFSET = 10_000

/**
 * Finds what only the log of Windows Installer says: `MainEngineThread is returning 1603`, and the events under which it enters
 * its errors in the event log, `Product: X -- Error 1706.`
 */
export function findInstallerSignatures(text: string): FoundSignature[] {
  const place = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length })
  return [
    ...Array.from(text.matchAll(/\bMainEngineThread is returning ([1-9]\d{0,4})\b/g), (match) => ({
      ...errorSignature(Number(match[1])),
      ...place(match),
    })),
    ...Array.from(text.matchAll(/\berror status: ([1-9]\d{0,4})\b/gi), (match) => ({
      ...errorSignature(Number(match[1])),
      ...place(match),
    })),
    ...Array.from(text.matchAll(/(?: -- |\bDEBUG: |\bInfo )Error (\d{4})\b/g), (match) => ({
      ...eventSignature(EVENT_OFFSET + Number(match[1]), 'MsiInstaller'),
      ...place(match),
    })),
  ]
}

/** Tells whether a signature is only the way in which Windows Installer ends each failed action: `Return value 3`. */
export function isInstallerStep(text: string, { start, end }: FoundSignature): boolean {
  return /^return value [0-5]$/i.test(text.slice(start, end))
}

/** Tells whether a text is a STOP screen, or speaks of one. */
export function isStopScreen(text: string): boolean {
  return /\*{3} ?STOP: ?0x|\bSTOP:? ?0x[\da-f]{2,8}|\bhas been shut down to prevent damage|\bBug ?Check(?:Code)?\b[^\n]{0,10}\d|\bBCCode\b/i.test(
    text,
  )
}
