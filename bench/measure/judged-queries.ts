import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CommandError } from '@/scripts/shared/command-error.mjs'

const judgedQuery = z.object({
  /** As typed. */
  q: z.string(),
  /** The numbers of the articles that answer it; any of them does. */
  ids: z.array(z.number().int().positive()).min(1),
  kind: z.string(),
})

/** A query with the articles that answer it. */
export type JudgedQuery = z.infer<typeof judgedQuery>

/** Reads a file of judged queries, one JSON object a line. Throws a `CommandError` that names the first wrong line. */
export function readJudgedQueries(file: string): readonly JudgedQuery[] {
  const queries = readText(file)
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [parseLine(line, `${file}:${at + 1}`)]))
  if (queries.length === 0) throw new CommandError(`"${file}" has no query. Name a file of judged queries with --file.`)
  return queries
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    throw new CommandError(`There is no file of judged queries "${file}". Name one with --file.`)
  }
}

function parseLine(line: string, place: string): JudgedQuery {
  try {
    return judgedQuery.parse(JSON.parse(line))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
    throw new CommandError(
      `${place} is no judged query: ${JSON.stringify(line.slice(0, 80))}. Write for example {"q": "words", "ids": [156091], "kind": "keywords"}.`,
    )
  }
}
