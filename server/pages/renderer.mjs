// @ts-check
// One process that makes pages: the framework, behind the edge that started it. Others do not know its token.
import { once } from 'node:events'
import { createServer } from 'node:http'
import next from 'next'
import { PROJECT_ROOT } from '../../scripts/shared/project-root.mjs'
import { STOP_SIGNALS } from '../../scripts/shared/stop-signals.mjs'
import { logToNobody } from '../log.mjs'
import { MAX_HEADER_BYTES } from '../request-limits.mjs'
import { answerDocuments, loadDocuments } from './built-documents.mjs'
import { sendDocuments } from './send-documents.mjs'

logToNobody()
// A terminal sends its signals to all processes; the edge decides when this one ends.
for (const signal of STOP_SIGNALS) process.on(signal, () => {})
process.once('disconnect', () => process.exit(0))

const { host, port, token } = JSON.parse(process.env.KB_RENDERER ?? '{}')
// The framework would take part in upgrades of the server that it is given.
const pages = next({ dev: false, dir: PROJECT_ROOT, hostname: host, port, httpServer: createServer() })
await pages.prepare()
const framework = sendDocuments(/** @type {import('../edge.mjs').Handler} */ (pages.getRequestHandler()), (id, error) =>
  console.error(`Fault ${id}:`, error),
)
const answer = answerDocuments(await loadDocuments(PROJECT_ROOT), framework)

// The edge has its own limits; its connections stay open.
const server = createServer({ maxHeaderSize: 2 * MAX_HEADER_BYTES, keepAliveTimeout: 0, requestTimeout: 0 })
server.on('request', (request, response) => {
  if (request.headers['x-kb-token'] !== token) {
    request.socket.destroy()
    return
  }
  delete request.headers['x-kb-token']
  answer(request, response).catch((error) => {
    console.error(error)
    request.socket.destroy()
  })
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
