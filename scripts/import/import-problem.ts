import type { Problem } from '@/lib/legacy-import/legacy-record'

/** A problem of the import: what the converter found in a file, or what the command refused or left alone. */
export interface ImportProblem extends Problem {
  /** The INPUT as it was given. */
  readonly input: string
  /** Whether something was not imported because of it; the command then ends with exit code 1. */
  readonly refused: boolean
}

/** One line for a terminal: `Q1.TXT:12  what is wrong. How it was handled.` */
export function formatImportProblem({ file, line, what, handled }: ImportProblem): string {
  return `${printable(file)}:${line}  ${printable(what)} ${printable(handled)}`
}

/** File names and quoted values come from the input: what could steer a terminal is shown as its escape. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `\\u{${code.toString(16)}}`
  })
}
