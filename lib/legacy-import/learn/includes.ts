import { decodeAddress } from '@/lib/kb/numbers/decode-address'
import { mapOutsideCode } from './outside-code'
import { FROM_ROOT, type LearnTree, localPath, resolvePath } from './tree'

const INCLUDE = /\[!INCLUDE[ \t]*\[[^\]\n]*\][ \t]*\([ \t]*([^)\s]+)[ \t]*\)[ \t]*\]/gi
const WHOLE_LINE =
  /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(\[!INCLUDE[ \t]*\[[^\]\n]*\][ \t]*\([^)\n]+\)[ \t]*\])[ \t]*$/i
const MAX_DEPTH = 5
/** More than any article includes; beyond it the marker stays out and is reported. */
const MAX_CHARACTERS = 1_000_000

export interface IncludeFault {
  readonly path: string
  readonly why: 'missing' | 'circle' | 'size'
}

/** Puts the text of each include in its place, indented like its marker. A file that includes itself is reported. */
export function expandIncludes(
  body: string,
  path: string,
  tree: LearnTree,
  onFault: (fault: IncludeFault) => void,
): string {
  let characters = 0
  const expand = (text: string, from: string, above: readonly string[]): string =>
    mapOutsideCode(text, (part) =>
      part.includes('[!')
        ? part
            .split('\n')
            .map((line) => expandLine(line, from, above))
            .join('\n')
        : part,
    )
  const expandLine = (line: string, from: string, above: readonly string[]): string => {
    if (!/\[!include[ \t]*\[/i.test(line)) return line
    const [, before = '', marker] = WHOLE_LINE.exec(line) ?? []
    if (marker === undefined)
      return line.replace(INCLUDE, (_, url: string) =>
        textOf(url, from, above)
          .trim()
          .replace(/\s*\n\s*/g, ' '),
      )
    const [, url = ''] = new RegExp(INCLUDE.source, 'i').exec(marker) ?? []
    const indent = before.replace(/[^ \t>]/g, ' ')
    return textOf(url, from, above)
      .trim()
      .split('\n')
      .map((included, index) => (index === 0 ? before + included : (indent + included).trimEnd()))
      .join('\n')
  }
  const textOf = (url: string, from: string, above: readonly string[]): string => {
    const target = localPath(decodeAddress(url), from, tree)
    const key = target?.toLowerCase() ?? ''
    const text = tree.includes.get(key)
    const fault = (why: IncludeFault['why']): string => {
      onFault({ path: url.replace(FROM_ROOT, ''), why })
      return ''
    }
    if (target === undefined || text === undefined) return fault('missing')
    if (above.includes(key) || above.length >= MAX_DEPTH) return fault('circle')
    characters += text.length
    if (characters > MAX_CHARACTERS) return fault('size')
    return expand(rebase(text, target), target, [...above, key])
  }
  return expand(body, path, [path.toLowerCase()])
}

/** Relative addresses in an include are relative to it. */
function rebase(text: string, path: string): string {
  const move = (address: string) => {
    const [, file = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
    const moved = /^(?:[a-z][a-z0-9+.-]*:|[/#~]|$)/i.test(address) ? undefined : resolvePath(path, file)
    return moved === undefined ? address : `${FROM_ROOT}${moved}${rest}`
  }
  return mapOutsideCode(text, (part) =>
    part
      .replace(/(\]\(<?)([^\s()<>]+)/g, (_, start: string, address: string) => start + move(address))
      .replace(
        /((?:source|lightbox)[ \t]*=[ \t]*")([^"\n]+)/gi,
        (_, start: string, address: string) => start + move(address),
      ),
  )
}
