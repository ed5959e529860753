// @ts-check
// Answers with articles, searches and error codes by their built route handlers, past the framework's server (docs/decisions/0054).
import { createRequire } from 'node:module'
import { contentSecurityPolicy } from '../../lib/http/security-policy.mjs'

/** @typedef {import('../edge.mjs').Handler} Handler */
/** @typedef {{ readonly url: string, readonly headers: { get(name: string): string | null } }} PageRequest */
/** @typedef {{ readonly status: number, readonly headers: Readonly<Record<string, string>>, readonly html: string }} WrittenPage */
/** @typedef {(request: PageRequest, params: Record<string, string>) => Promise<WrittenPage | Response>} Write */
/** @typedef {{ readonly pattern: RegExp, readonly write: Write }} BuiltRoute */

/** The addresses of documents as pages write them, and the files of their routes. Of all other spellings, the framework knows. */
const ROUTES = [
  { pattern: /^\/kb\/(?<number>\d+)(?=\?|$)/, file: 'kb/[number]/route.js' },
  { pattern: /^\/a\/(?<key>\w+)(?=\?|$)/, file: 'a/[key]/route.js' },
  { pattern: /^\/search(?=\?|$)/, file: 'search/route.js' },
  { pattern: /^\/signatures\/(?<id>[\w.-]+)(?=\?|$)/, file: 'signatures/[id]/route.js' },
]

/**
 * Loads the handlers of the documents as the framework has built them. Throws when a version of the framework builds them otherwise.
 *
 * @param {string} root the project's folder
 * @returns {Promise<readonly BuiltRoute[]>}
 */
export async function loadDocuments(root) {
  const require = createRequire(`${root}/package.json`)
  return Promise.all(
    ROUTES.map(async ({ pattern, file }) => {
      const { routeModule } = await require(`${root}/.next/server/app/${file}`)
      const { write } = await routeModule.userland
      if (typeof write !== 'function') throw new TypeError(`The build has no writer of ${file}. Run "npm run build".`)
      return { pattern, write }
    }),
  )
}

/**
 * Answers a request for a document, and hands every other one to `handle`: a page that is missing has a page of the framework.
 *
 * @param {readonly BuiltRoute[]} routes
 * @param {Handler} handle
 * @returns {Handler}
 */
export function answerDocuments(routes, handle) {
  const policy = contentSecurityPolicy()
  return async (request, response) => {
    const { method, url = '', headers } = request
    // The edge asks so for a page that it may keep.
    if (method !== 'GET' || headers.accept !== 'text/html') return handle(request, response)
    for (const { pattern, write } of routes) {
      const found = pattern.exec(url)
      if (!found) continue
      const written = await write(requestOf(url, headers), { ...found.groups })
      const isPage = !(written instanceof Response)
      if (!isPage && written.status === 404) break
      const sent = isPage ? Object.entries(written.headers) : written.headers
      for (const [name, value] of sent) response.setHeader(name, value)
      if (!response.hasHeader('content-security-policy')) response.setHeader('content-security-policy', policy)
      response.writeHead(written.status).end(isPage ? written.html : await written.text())
      return
    }
    return handle(request, response)
  }
}

/** @param {string} url @param {import('node:http').IncomingHttpHeaders} headers @returns {PageRequest} */
function requestOf(url, headers) {
  // Where a page says its own address, it asks the header for the host.
  return { url: `http://viewer${url}`, headers: { get: (name) => [headers[name] ?? null].flat()[0] ?? null } }
}
