import type { Problem } from '@/lib/legacy-import/shared/legacy-record'

/** A problem in a file and its effect on the import. */
export interface FileProblem extends Problem {
  /** Something was not imported because of it, and the command ends with exit code 1. */
  readonly refused: boolean
}

/** A problem that the converter found in a file, or an entry that the command refused or left alone. */
export interface ImportProblem extends FileProblem {
  /** The INPUT as given on the command line. */
  readonly input: string
}

/** One line for a terminal: `Q1.TXT:12  What is wrong. How it was handled.` */
export function formatImportProblem({ file, line, what, handled }: ImportProblem): string {
  return printable(`${file}:${line}  ${what} ${handled}`)
}

/** Escapes what could control a terminal, since names and quoted values come from the input. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  })
}
