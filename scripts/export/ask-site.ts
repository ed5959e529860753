import { Agent, request } from 'node:http'
import { availableParallelism } from 'node:os'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { findFreePort } from '@/scripts/shared/free-port'
import { startProcess } from '@/scripts/shared/run-process.mjs'
import { scriptArguments } from '@/scripts/shared/script-arguments.mjs'
import type { Answer } from './copy-pages'

/** Loading the framework takes a second or two, on a busy computer longer. */
const START_SECONDS = 90
/** Two pages for each process that makes them, so that none waits for this one. */
export const CONNECTIONS = 2 * availableParallelism()
/** A name that is no address of this computer: pages of a copy name no host. */
const NO_HOST = 'copy.invalid'

/** A site that this computer alone can ask. */
export interface AskedSite {
  ask(address: string): Promise<Answer>
  stop(): Promise<void>
}

/** Starts the server that `npm start` starts, on a port of its own, and gives what asks it. */
export async function startSite(contentDir: string, indexFile: string): Promise<AskedSite> {
  const port = await findFreePort()
  const address = ['--host', '127.0.0.1', '--port', String(port)]
  const args = [...scriptArguments('server/main.mjs'), '--content', contentDir, ...address]
  const server = startProcess(process.execPath, args, {
    env: {
      NODE_ENV: 'production',
      KB_INDEX: indexFile,
      KB_LOG_REQUESTS: 'off',
      KB_ORIGIN: undefined,
      KB_METRICS_PORT: undefined,
      KB_PAGE_STORE_MB: '0',
      KB_MAX_PER_CLIENT: String(8 * CONNECTIONS),
    },
  })
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const stop = async () => {
    agent.destroy()
    await server.stop()
  }
  if (!(await server.untilAnswered(`http://127.0.0.1:${port}/healthz`, START_SECONDS))) {
    await stop()
    throw new CommandError(`The server that makes the pages did not start. Fix what it says:\n${server.output()}`)
  }
  const ask = (address: string) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, agent, path: address, headers: { host: NO_HOST } }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('error', reject)
        answer.once('end', () => {
          const { 'content-type': type = '', location } = answer.headers
          resolve({ status: answer.statusCode ?? 0, type, location, body: Buffer.concat(parts) })
        })
      })
      asked.once('error', reject)
      asked.end()
    })
  return { ask, stop }
}
