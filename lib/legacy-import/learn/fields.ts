import { parse } from 'yaml'

/** The fields of a front matter: texts, or lists of texts. */
export type Fields = ReadonlyMap<string, readonly string[]>

/** Parses front matter to texts only: no dates, no numbers, nothing evaluated. Of broken YAML the plain lines are read. */
export function parseFields(yaml: string): { readonly fields: Fields; readonly isBroken: boolean } {
  try {
    const value: unknown = parse(yaml, { schema: 'failsafe', uniqueKeys: false, maxAliasCount: 0, logLevel: 'silent' })
    return { fields: fieldsOf(value), isBroken: false }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const lines = [...yaml.matchAll(/^([\w.]+):[ \t]+["']?(.*?)["']?[ \t]*$/gm)]
    return { fields: new Map(lines.map(([, key = '', value = '']) => [key.toLowerCase(), [value]])), isBroken: true }
  }
}

/** Gives the fields of a parsed block; what is neither text nor list of texts is empty. */
export function fieldsOf(value: unknown): Fields {
  return new Map(Object.entries(Object(value)).map(([key, field]) => [key.toLowerCase(), listTexts(field)]))
}

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  return Array.isArray(value) ? value.flatMap((entry) => (typeof entry === 'string' ? listTexts(entry) : [])) : []
}

/** Gives the text of a field, or an empty one. */
export function textOf(fields: Fields, name: string): string {
  return fields.get(name)?.join(', ') ?? ''
}
