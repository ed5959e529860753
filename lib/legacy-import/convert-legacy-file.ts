import { createHash } from 'node:crypto'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { detectLegacyFormat, type LegacyFormat } from './detect-format'
import { convertHtml } from './html/to-record'
import { convertJekyll } from './jekyll/to-record'
import { convertPageText } from './page/to-record'
import { decodeLegacyText } from './shared/decode'
import type { LegacyRecord, Problem } from './shared/legacy-record'
import { recordToMarkdown } from './shared/record-to-markdown'
import { unlinkSelf } from './shared/unlink-self'
import { convertTxt } from './txt/convert-txt'

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
    const frontMatter = { ...record.frontMatter, source }
    const complete = { frontMatter, tree: unlinkSelf(record.tree, number) }
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

function convert(
  format: ReturnType<typeof detectLegacyFormat>,
  text: string,
  file: string,
): { records: LegacyRecord[]; problems: Problem[] } {
  const { record, problems } = CONVERTERS[format](text, file)
  return { records: [record], problems }
}

const CONVERTERS = { txt: convertTxt, html: convertHtml, jekyll: convertJekyll, 'page-text': convertPageText }

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
