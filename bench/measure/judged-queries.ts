import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CommandError } from '@/scripts/shared/command-error.mjs'

const judgedQuery = z.object({
  q: z.string(),
  /** The articles that answer it; any of them is right. */
  ids: z.array(z.number().int().positive()).min(1),
  kind: z.string(),
})

export type JudgedQuery = z.infer<typeof judgedQuery>

/** Reads judged queries, one JSON object per line. Throws a `CommandError` that names the first invalid line. */
export function readJudgedQueries(file: string): readonly JudgedQuery[] {
  const queries = readText(file)
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [parseLine(line, `${file}:${at + 1}`)]))
  if (queries.length === 0)
    throw new CommandError(`No queries found in "${file}". Specify a file of judged queries with --file.`)
  return queries
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    throw new CommandError(`No file of judged queries at "${file}". Specify one with --file.`)
  }
}

function parseLine(line: string, place: string): JudgedQuery {
  try {
    return judgedQuery.parse(JSON.parse(line))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
    throw new CommandError(
      `${place} is not a judged query: ${JSON.stringify(line.slice(0, 80))}. For example: {"q": "words", "ids": [156091], "kind": "keywords"}.`,
    )
  }
}
