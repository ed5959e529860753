// @ts-check
import { REQUEST_ID_HEADER } from '../../lib/http/limits.mjs'
import { fault, REFUSALS, renderRefusal } from '../refusals.mjs'
import { capturePage } from './capture-page.mjs'
import { takeOutFramework } from './framework-output.mjs'

/** @typedef {import('../edge.mjs').Handler} Handler */

const RETRY_SECONDS = 60

/**
 * Makes the framework's handler answer with documents: pages without its client. What a page says about its index and its file goes
 * into headers, for the edge.
 *
 * @param {Handler} handle
 * @param {(id: string, error: unknown) => void} onFault
 * @returns {Handler}
 */
export function sendDocuments(handle, onFault) {
  return async (request, response) => {
    const id = String(request.headers[REQUEST_ID_HEADER] ?? '')
    capturePage(response, (page) => {
      try {
        finish(page)
      } catch (error) {
        onFault(id, error)
        refuse(fault(id))
      }
    })
    await handle(request, response)

    /** @param {import('./capture-page.mjs').CapturedPage} page */
    function finish({ status, body }) {
      // The framework gives a redirect a page that its client would follow.
      if (status >= 300 && status < 400) {
        response.removeHeader('content-type')
        response.end()
        return
      }
      const document = takeOutFramework(body.toString())
      if (document === undefined) return refuse(status === 404 ? REFUSALS.missing : fault(id))
      const { html, marks } = document
      // The framework has no status for a page that says that something else is away, or that depends on it: the next reader may
      // get another one, whatever index this was made from.
      if (marks.status !== undefined) {
        response.statusCode = Number(marks.status)
        if (response.statusCode === 503) response.setHeader('retry-after', RETRY_SECONDS)
        delete marks.status
        delete marks.index
      }
      for (const [name, value] of Object.entries(marks)) response.setHeader(`x-kb-${name}`, value)
      response.end(html)
    }

    /** @param {import('../refusals.mjs').Refusal} why */
    function refuse(why) {
      const { body, headers } = renderRefusal(why, { path: request.url ?? '', id })
      response.statusCode = why.status
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      response.end(body)
    }
  }
}
