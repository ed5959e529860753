import { INPUT_CAPS } from './input-caps'

/** A checked name, or the reason why the entry is refused. Hidden files are skipped. */
export type EntryName =
  | { readonly name: string; readonly hidden: boolean }
  | { readonly kind: string; readonly what: string }

/**
 * Checks and normalizes the name of an entry: `./txt//219/Q219377.TXT` becomes `txt/219/Q219377.TXT`. No output path is
 * made from it, but it is written into front matter and reports.
 */
export function checkEntryName(raw: string): EntryName {
  const quoted = JSON.stringify(raw.slice(0, 200))
  if (raw.length > INPUT_CAPS.nameLength) {
    return { kind: 'unsafe-name', what: `The name ${quoted}... is longer than ${INPUT_CAPS.nameLength} characters.` }
  }
  if (/\p{Cc}/u.test(raw)) return { kind: 'unsafe-name', what: `The name ${quoted} has control characters.` }
  if (raw.includes('\\')) return { kind: 'unsafe-name', what: `The name ${quoted} has a backslash.` }
  if (raw.startsWith('/')) return { kind: 'unsafe-name', what: `The name ${quoted} is an absolute path.` }
  if (/^[a-z]:/i.test(raw)) return { kind: 'unsafe-name', what: `The name ${quoted} begins with a drive letter.` }

  const parts = raw.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..')) return { kind: 'unsafe-name', what: `The name ${quoted} leaves the archive with "..".` }
  if (parts.length === 0) return { kind: 'unsafe-name', what: `${quoted} is not a file name.` }
  return { name: parts.join('/'), hidden: parts.some((part) => isHidden(part)) }
}

/** The settings of a repository of living articles say where its files have moved to, and are read although they are hidden. */
function isHidden(part: string): boolean {
  return (part.startsWith('.') && !/^\.openpublishing\.[\w.]+\.json$/i.test(part)) || part === '__MACOSX'
}
