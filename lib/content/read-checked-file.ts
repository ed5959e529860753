import type { z } from 'zod'
import { parseCheckedYaml } from './checked-yaml'
import { decodeContent } from './read-article'
import { readBytesSync } from './read-bytes'

/** A YAML file beside the articles, told by its name wherever it lies. */
interface CheckedFile<Schema extends z.ZodType> {
  readonly schema: Schema
  /** What readers call the file. */
  readonly name: string
  /** The fields that it needs, as half a sentence. */
  readonly required: string
}

/** Reads the file at `path` below `contentDir`. Throws an `ArticleError` that names line and value of what its schema refuses. */
export function readCheckedFileSync<Schema extends z.ZodType>(
  contentDir: string,
  path: string,
  { schema, ...words }: CheckedFile<Schema>,
) {
  const text = decodeContent(readBytesSync(contentDir, path), path)
  return parseCheckedYaml(text, schema, { file: path, firstLine: 1, ...words })
}

/** Tells whether the last part of a path is this name. */
export function isFileNamed(path: string, name: string): boolean {
  return path.split('/').at(-1) === name
}
