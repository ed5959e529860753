// @ts-check
import { MAX_BODY_BYTES } from '../lib/http/limits.mjs'
import { REFUSALS, wrongMethod } from './refusals.mjs'
import { MAX_ADDRESS_LENGTH, MAX_PARAMETERS } from './request-limits.mjs'

/** @typedef {import('./refusals.mjs').Refusal} Refusal */

/** The addresses that take a posted text; tests/unit/server holds them to app/. */
export const POST_PATHS = ['/check', '/resolve', '/api/check', '/api/v1/check', '/api/v1/resolve']

const HOST = /^(?:[\w.-]{1,255}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * Checks what can be told of a request before anything is done for it. Gives its address in origin form, and the refusal if
 * it is not one that this site answers.
 *
 * @param {{
 *   readonly method: string, readonly url: string, readonly httpVersion: string,
 *   readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
 * }} request
 * @returns {{ readonly url: string, readonly path: string, readonly refusal?: Refusal }}
 */
export function checkRequest({ method, url: target, httpVersion, headers }) {
  const url = toOriginForm(target)
  const path = url.split(/[?#]/, 1)[0] ?? ''
  return { url, path, refusal: findRefusal() }

  function findRefusal() {
    if (url.length > MAX_ADDRESS_LENGTH) return REFUSALS['long-address']
    if (!isMethodAllowed(method, path)) return wrongMethod(listMethods(path))
    // OPTIONS may ask about the server as a whole.
    if (url === '*' && method === 'OPTIONS') return undefined
    if (!url.startsWith('/')) return REFUSALS['bad-address']
    if (!isDecodable(path)) return REFUSALS['bad-encoding']
    if (countParameters(url) > MAX_PARAMETERS) return REFUSALS['many-parameters']
    if (!(headers.host === undefined ? httpVersion === '1.0' : HOST.test(String(headers.host))))
      return REFUSALS['bad-host']
    if (Number(headers['content-length'] ?? 0) >= MAX_BODY_BYTES) return REFUSALS['large-body']
    return undefined
  }
}

/** @param {string} path */
export function listMethods(path) {
  return isPostPath(path) ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS'
}

/**
 * Counts the parameters of an address as the framework does.
 *
 * @param {string} url
 */
export function countParameters(url) {
  const query = url.split('?').slice(1).join('?')
  return query === '' ? 0 : query.split('&').length
}

/**
 * HTTP/1.1 allows `GET http://host/path`. The host is whatever the client says, so only the path counts.
 *
 * @param {string} target
 */
function toOriginForm(target) {
  const [scheme] = /^https?:\/\/[^/?#]*/i.exec(target) ?? []
  if (scheme === undefined) return keepSlashes(target)
  const rest = target.slice(scheme.length)
  return keepSlashes(rest.startsWith('/') ? rest : `/${rest}`)
}

/**
 * The framework answers doubled slashes with a redirect of its own, and proxy.ts would need a second one to the canonical URL. So
 * it gets them encoded: `//KB940006` as `/%2FKB940006`.
 *
 * @param {string} url
 */
function keepSlashes(url) {
  const [path = ''] = url.split('?', 1)
  const kept = path.replaceAll('\\', '%5C').replace(/(?<=\/)\//g, '%2F')
  return kept + url.slice(path.length)
}

/** @param {string} method @param {string} path */
function isMethodAllowed(method, path) {
  return listMethods(path).split(', ').includes(method)
}

/** @param {string} path */
function isPostPath(path) {
  return POST_PATHS.includes(path.replace(/\/+$/, ''))
}

/** @param {string} path */
function isDecodable(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
}
