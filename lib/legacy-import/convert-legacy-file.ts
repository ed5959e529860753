import { createHash } from 'node:crypto'
import { keyOfName } from '@/lib/kb/numbers/article-name'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { detectFormat, type LegacyFormat } from './formats'
import { type LearnTree, NO_TREE } from './learn/tree'
import { decodeLegacyText } from './shared/decode'
import type { LegacyRecord, Problem } from './shared/legacy-record'
import { recordToMarkdown } from './shared/record-to-markdown'
import { unlinkSelf } from './shared/unlink-self'

/** One article of a dump, ready to be written. */
export interface ConvertedArticle {
  readonly number: KbNumber
  readonly markdown: string
  readonly record: LegacyRecord
}

/** The articles of one file and all that was found; a file without an article has a problem. */
export interface ConvertedFile {
  /** Absent for a file that is not text. */
  readonly format?: LegacyFormat
  readonly articles: readonly ConvertedArticle[]
  readonly problems: readonly Problem[]
}

interface LegacyFile {
  readonly bytes: Uint8Array
  readonly file: string
  /** The repository around the file, where there is one. */
  readonly tree?: LearnTree
}

/** Converts one file of any legacy format; `file` is its path inside the dump, with `/` between the parts. */
export function convertLegacyFile({ bytes, file, tree = NO_TREE }: LegacyFile): ConvertedFile {
  if (tree !== NO_TREE && !tree.articles.has((tree.prefix + file).toLowerCase())) {
    return { articles: [], problems: [notAnArticle(file)] }
  }
  const refusal = refuse(bytes, file)
  if (refusal) return { articles: [], problems: [refusal] }

  const decoded = decodeLegacyText(bytes, file)
  const format = detectFormat(decoded.text)
  if (!format) return { articles: [], problems: [unknownFormat(file)] }
  if (format.name === 'learn' && TOO_DEEP.test(decoded.text)) return { format, articles: [], problems: [tooDeep(file)] }
  const { record, problems: found } = format.convert(decoded.text, file, tree)
  const problems = [...decoded.problems, ...found]
  const { name } = record.frontMatter
  const number = record.frontMatter.number ?? (name === undefined ? undefined : keyOfName(name))
  if (number === undefined) {
    const isReported = problems.some(({ kind }) => kind === 'no-number')
    return { format, articles: [], problems: isReported ? problems : [...problems, noNumber(file)] }
  }
  const source = {
    ...record.frontMatter.source,
    file: tree.prefix + file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  const complete = { frontMatter: { ...record.frontMatter, source }, tree: unlinkSelf(record.tree, number, name) }
  return { format, articles: [{ number, markdown: recordToMarkdown(complete), record: complete }], problems }
}

/** `> > 1. - ` a hundred times, with a text behind it: each level takes memory for all that it contains. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){101}[ \t]*[^-*\s]/m

function tooDeep(file: string): Problem {
  const what = 'Lists or quotations are nested more than 100 levels deep.'
  return { file, line: 1, what, handled: 'The file was not imported; reduce the nesting.', kind: 'too-deep' }
}

function unknownFormat(file: string): Problem {
  const what = 'The file has none of the formats that can be imported.'
  const handled = 'It was not imported. An article in Markdown with a number and a title needs no import.'
  return { file, line: 1, what, handled, kind: 'unknown-format' }
}

/** A table of contents, an include or a setting of a repository of articles. */
function notAnArticle(file: string): Problem {
  const what = 'The file is part of a repository of articles and no article of its own.'
  return { file, line: 1, what, handled: 'It was left out.', kind: LEFT_OUT }
}

/** The kind of the only problem that refuses nothing although its file has no article. */
export const LEFT_OUT = 'not-an-article'

function noNumber(file: string): Problem {
  return {
    file,
    line: 1,
    what: 'No KB number was found in the file.',
    handled: 'The file was not imported; name it after its number.',
    kind: 'no-number',
  }
}

function refuse(bytes: Uint8Array, file: string): Problem | undefined {
  const handled = 'It was not imported.'
  if (bytes.every((byte) => byte <= 0x20)) {
    return { file, line: 1, what: 'The file is empty.', handled, kind: 'empty-file' }
  }
  return isBinary(bytes)
    ? { file, line: 1, what: 'The file is binary, not text.', handled, kind: 'binary-file' }
    : undefined
}

/** Text has hardly any control bytes; a picture, a program or an archive has many among its first bytes. */
function isBinary(bytes: Uint8Array): boolean {
  const hasUtf16Mark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (hasUtf16Mark) return false
  const sample = bytes.subarray(0, 65536)
  let controls = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  return controls > 8 && controls > sample.length / 100
}
