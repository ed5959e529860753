/** Metadata that `docfx.json` gives to files by their folder: field, pattern, value, in the order of the file. */
export type FolderMetadata = readonly {
  readonly field: string
  readonly pattern: string
  readonly value: string
}[]

/** Parses the `fileMetadata` of a `docfx.json`, as far as it is text; anything else in it is passed over. */
export function parseDocfx(json: string): FolderMetadata {
  const build = fieldOf(parseTolerantJson(json), 'build')
  const metadata = fieldOf(build, 'fileMetadata')
  return Object.entries(isObject(metadata) ? metadata : {}).flatMap(([field, byPattern]) =>
    Object.entries(isObject(byPattern) ? byPattern : {}).flatMap(([pattern, value]) =>
      typeof value === 'string' ? [{ field, pattern, value }] : [],
    ),
  )
}

/** Gives the value of a field for a path below the docset: that of the last pattern that fits, as DocFX does. */
export function metadataOf(metadata: FolderMetadata, field: string, path: string): string | undefined {
  const fitting = metadata.filter((entry) => entry.field === field && matchesPattern(path, entry.pattern))
  return fitting.at(-1)?.value || undefined
}

/** `azure/**` followed by `/*.md`: any folders below azure; a single star stays within one folder. */
function matchesPattern(path: string, pattern: string): boolean {
  const known = PATTERNS.get(pattern) ?? toRegExp(pattern)
  PATTERNS.set(pattern, known)
  return known.test(path)
}

const PATTERNS = new Map<string, RegExp>()

function toRegExp(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/(?:\*\*\/)+/g, '\0')
    .replace(/\*+/g, '[^/]*')
    .replaceAll('?', '[^/]')
    .replaceAll('\0', '(?:.+/)?')
  return new RegExp(`^${source}$`, 'i')
}

/** Parses JSON in which a comma may stand before a closing bracket. Gives `undefined` for what is no JSON. */
export function parseTolerantJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '').replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, '$1'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
