import type { Problem } from '@/lib/legacy-import/shared/legacy-record'

/** A problem in a file, with what it means for the import. */
export interface FileProblem extends Problem {
  /** Whether something was not imported because of it; the command then ends with exit code 1. */
  readonly refused: boolean
}

/** A problem of the import: what the converter found in a file, or what the command refused or left alone. */
export interface ImportProblem extends FileProblem {
  /** The INPUT as it was given. */
  readonly input: string
}

/** One line for a terminal: `Q1.TXT:12  What is wrong. How it was handled.` */
export function formatImportProblem({ file, line, what, handled }: ImportProblem): string {
  return printable(`${file}:${line}  ${what} ${handled}`)
}

/** Names and quoted values come from the input: what could steer a terminal is shown as its escape. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  })
}
