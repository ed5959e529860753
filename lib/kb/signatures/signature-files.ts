import type { FoundSignature, Signature } from './signature'

/** Programs, libraries, drivers and the like. Without `.com`, which ends host names. */
const EXTENSIONS =
  'exe|dll|sys|ocx|vxd|drv|cpl|386|vbx|ax|acm|tsp|tlb|olb|msi|msp|msc|mpd|pdr|spd|ppd|scr|nls|flt|cnv|xll|fll|qlb|glb|tbl|lib|edb|stf'
/** `_` or `$` in place of the last letter marks a compressed file of a setup disk: `telephon.cp$`. */
const COMPRESSED = 'ex[_$]|dl[_$]|sy[_$]|oc[_$]|vx[_$]|dr[_$]|cp[_$]|ax_|ac_|vb_|tl_'
const ENDING = new RegExp(`\\.(?:(?:${EXTENSIONS})(?!\\w|\\.\\w)|(?:${COMPRESSED})(?![\\w$]))`, 'gi')
const NAME_CHARACTER = /[\w$~!#&{}+-]/
const MAX_NAME_LENGTH = 60
/** Placeholders for any file. */
const PLACEHOLDER =
  /^(?:x+|y+|n+|file(?:name)?|program(?:name)?|prog|app(?:name)?|myapp|yourapp|your_?file|test|name|foo|bar)$/i
/** A version is at most this many characters from the file name, with date, time and size between. */
const MAX_GAP = 60

/** Finds names of programs, libraries and drivers, each with its version on the same line. */
export function findFiles(text: string, versions: readonly FoundSignature[]): FoundSignature[] {
  const files: FoundSignature[] = []
  for (const match of text.matchAll(ENDING)) {
    const start = startOfName(text, match.index)
    const name = text.slice(start, match.index)
    if (!/[a-z]/i.test(name) || PLACEHOLDER.test(name) || text[start - 1] === '*' || text[start - 1] === '>') continue
    const end = match.index + match[0].length
    files.push({ ...fileSignature(text.slice(start, end)), start, end })
  }
  return files.length > 0 && versions.length > 0 ? withVersions(text, files, versions) : files
}

/** Parses a text that is one file name. */
export function parseFile(text: string): Signature | undefined {
  const [file] = findFiles(text, [])
  return file?.start === 0 && file.end === text.length ? fileSignature(text) : undefined
}

function fileSignature(name: string): Signature {
  return { id: name.toLowerCase(), kind: 'file', label: name }
}

function startOfName(text: string, end: number): number {
  let start = end
  const limit = Math.max(0, end - MAX_NAME_LENGTH)
  while (start > limit && isInName(text, start - 1)) start--
  while (start < end && /[-#&+!.]/.test(text[start] ?? '')) start++
  return start
}

/** A dot is part of a name only after another character of the name: Microsoft.Exchange.Setup.dll. */
function isInName(text: string, index: number): boolean {
  const character = text[index] ?? ''
  return NAME_CHARACTER.test(character) || (character === '.' && NAME_CHARACTER.test(text[index - 1] ?? ''))
}

/** A version belongs to the nearest name on its line, and a name takes the nearest of its versions. */
function withVersions(
  text: string,
  files: readonly FoundSignature[],
  versions: readonly FoundSignature[],
): FoundSignature[] {
  const taken = new Map<FoundSignature, string>()
  const pairs = pairWithNearest(text, files, versions).sort((one, other) => one.gap - other.gap)
  for (const { file, version } of pairs) if (!taken.has(file)) taken.set(file, version)
  return files.map((file) => (taken.has(file) ? { ...file, version: taken.get(file) } : file))
}

interface Pair {
  readonly file: FoundSignature
  readonly version: string
  /** Characters between the two. */
  readonly gap: number
}

function pairWithNearest(text: string, files: readonly FoundSignature[], versions: readonly FoundSignature[]): Pair[] {
  let next = 0
  return versions.flatMap((version) => {
    while (next < files.length && (files[next]?.start ?? 0) < version.start) next++
    const pairs = [files[next - 1], files[next]].flatMap((file): Pair[] => {
      const gap = file && measureGap(text, file, version)
      return file && gap !== undefined ? [{ file, version: version.id, gap }] : []
    })
    const nearest = Math.min(...pairs.map(({ gap }) => gap))
    return pairs.filter(({ gap }) => gap === nearest)
  })
}

/** `undefined` if they are on two lines or too far apart. */
function measureGap(text: string, file: FoundSignature, version: FoundSignature): number | undefined {
  const [end, start] = file.start < version.start ? [file.end, version.start] : [version.end, file.start]
  if (start - end > MAX_GAP || start < end) return undefined
  return text.slice(end, start).includes('\n') ? undefined : start - end
}
