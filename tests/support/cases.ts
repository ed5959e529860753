import { readFileSync } from 'node:fs'

/** A text and what is expected of it. */
export interface Case {
  readonly title: string
  readonly input: string
  readonly expected: string
}

/** Reads the cases of a file of `tests/fixtures/cases`: `=== title`, the lines of the input, `>>> ` and what is expected. */
export function readCases(name: string): readonly Case[] {
  const file = readFileSync(new URL(`../fixtures/cases/${name}.txt`, import.meta.url), 'utf8')
  return Array.from(
    file.matchAll(/^=== (.*)\n((?:.*\n)*?)>>> (.*)$/gm),
    ([, title = '', lines = '', expected = '']) => {
      return { title, input: lines.slice(0, -1), expected }
    },
  )
}
