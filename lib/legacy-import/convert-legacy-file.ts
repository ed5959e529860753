import { createHash } from 'node:crypto'
import type { KbNumber } from '@/lib/kb/kb-number'
import { convertTxt } from './convert-txt'
import { decodeLegacyText } from './decode'
import type { LegacyRecord, Problem } from './legacy-record'
import { recordToMarkdown } from './record-to-markdown'

/** What a dump may be. `unknown` is a file that holds no article: empty, or not text. */
export type LegacyFormat = 'txt' | 'page-text' | 'html' | 'jekyll' | 'unknown'

/** One article of a dump, ready to be written. */
export interface ConvertedArticle {
  readonly number: KbNumber
  readonly markdown: string
  readonly record: LegacyRecord
}

/** The articles of one file and everything that was found on the way; a file without an article has a problem. */
export interface ConvertedFile {
  readonly format: LegacyFormat
  readonly articles: readonly ConvertedArticle[]
  readonly problems: readonly Problem[]
}

/** Converts one file of any legacy format; `file` is its path inside the dump, with `/` between the parts. */
export function convertLegacyFile({ bytes, file }: { bytes: Uint8Array; file: string }): ConvertedFile {
  const refusal = refuse(bytes, file)
  if (refusal) return { format: 'unknown', articles: [], problems: [refusal] }

  const decoded = decodeLegacyText(bytes, file)
  const format = detectLegacyFormat(decoded.text)
  const converted = convert(format, decoded.text, file)
  const problems = [...decoded.problems, ...converted.problems]
  const articles: ConvertedArticle[] = []
  for (const record of converted.records) {
    const { number } = record.frontMatter
    if (number === undefined) continue
    const source = { ...record.frontMatter.source, file, sha256: createHash('sha256').update(bytes).digest('hex') }
    const complete = { ...record, frontMatter: { ...record.frontMatter, source } }
    articles.push({ number, markdown: recordToMarkdown(complete), record: complete })
  }
  if (articles.length === 0 && problems.every(({ kind }) => kind !== 'no-number')) {
    problems.push({
      file,
      line: 1,
      what: 'No KB number was found in the file.',
      handled: 'The file was not imported; name it after its number.',
      kind: 'no-number',
    })
  }
  return { format, articles, problems }
}

/** Tells the format of a decoded dump by its first lines. */
export function detectLegacyFormat(text: string): Exclude<LegacyFormat, 'unknown'> {
  if (/^\s*DOCUMENT\s*:/.test(text)) return 'txt'
  if (/^---\n/.test(text) && /\{% raw %\}|^layout:/m.test(text.slice(0, 4000))) return 'jekyll'
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(text))
    return 'html'
  return 'page-text'
}

function convert(format: LegacyFormat, text: string, file: string): { records: LegacyRecord[]; problems: Problem[] } {
  switch (format) {
    case 'txt': {
      const { record, problems } = convertTxt(text, file)
      return { records: [record], problems }
    }
    default:
      return {
        records: [],
        problems: [
          {
            file,
            line: 1,
            what: `The format is ${format}.`,
            handled: 'It was not imported.',
            kind: 'unsupported-format',
          },
        ],
      }
  }
}

function refuse(bytes: Uint8Array, file: string): Problem | undefined {
  if (bytes.length === 0 || bytes.every((byte) => byte <= 0x20)) {
    return { file, line: 1, what: 'The file is empty.', handled: 'It was not imported.', kind: 'empty-file' }
  }
  if (isBinary(bytes)) {
    return {
      file,
      line: 1,
      what: 'The file is binary, not text.',
      handled: 'It was not imported.',
      kind: 'binary-file',
    }
  }
  return undefined
}

/** A text has hardly any control bytes; a picture, a program or an archive has many within its first bytes. */
function isBinary(bytes: Uint8Array): boolean {
  const hasUtf16Mark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (hasUtf16Mark) return false
  const sample = bytes.subarray(0, 65536)
  let controls = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  return controls > 8 && controls > sample.length / 100
}
