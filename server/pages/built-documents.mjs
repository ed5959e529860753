// @ts-check
// Answers with articles and searches by their built route handlers, past the framework's server (docs/decisions/0054).
import { createRequire } from 'node:module'
import { contentSecurityPolicy } from '../../lib/http/security-policy.mjs'

/** @typedef {import('../edge.mjs').Handler} Handler */
/** @typedef {(request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>} Route */
/** @typedef {{ readonly pattern: RegExp, readonly answer: Route }} BuiltRoute */

/** The addresses of documents as pages write them, and the files of their routes. Of all other spellings, the framework knows. */
const ROUTES = [
  { pattern: /^\/kb\/(?<number>\d+)(?=\?|$)/, file: 'kb/[number]/route.js' },
  { pattern: /^\/a\/(?<key>\w+)(?=\?|$)/, file: 'a/[key]/route.js' },
  { pattern: /^\/search(?=\?|$)/, file: 'search/route.js' },
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
      const { GET } = await routeModule.userland
      if (typeof GET !== 'function') throw new TypeError(`The build has no handler of ${file}. Run "npm run build".`)
      return { pattern, answer: GET }
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
    for (const { pattern, answer } of routes) {
      const found = pattern.exec(url)
      if (!found) continue
      const answered = await answer(requestOf(url, headers), { params: Promise.resolve({ ...found.groups }) })
      if (answered.status === 404) break
      for (const [name, value] of answered.headers) response.setHeader(name, value)
      if (!response.hasHeader('content-security-policy')) response.setHeader('content-security-policy', policy)
      response.writeHead(answered.status).end(await answered.text())
      return
    }
    return handle(request, response)
  }
}

/** @param {string} url @param {import('node:http').IncomingHttpHeaders} headers */
function requestOf(url, headers) {
  const sent = Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  // Where a page says its own address, it asks the header for the host.
  return new Request(`http://viewer${url}`, { headers: Object.fromEntries(sent) })
}
