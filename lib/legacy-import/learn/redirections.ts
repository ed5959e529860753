import { isObject, parseTolerantJson } from './docfx'

/** Parses a file of redirections to pairs of the old path and where it has moved to; `undefined` if it is not such a file. */
export function parseRedirections(json: string): (readonly [path: string, target: string])[] | undefined {
  const file = parseTolerantJson(json)
  const entries: unknown = isObject(file) ? file.redirections : undefined
  if (!Array.isArray(entries)) return undefined
  return entries.filter(isObject).flatMap(({ source_path: path, redirect_url: target }) => {
    return typeof path === 'string' && typeof target === 'string' ? [[path.toLowerCase(), target] as const] : []
  })
}
