import { createServer } from 'node:net'
import { CommandError } from '../shared/command-error.mjs'

const FAULTS = {
  EADDRINUSE: 'is already in use',
  EACCES: 'is not allowed for this account',
  EADDRNOTAVAIL: 'cannot be opened: the host is not an address of this computer',
  ENOTFOUND: 'cannot be opened: the host is unknown',
}

/** Throws a `CommandError` when no server can listen on that port of that host. */
export async function requireFreePort(port, host) {
  const code = await new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code))
    server.listen({ port, host }, () => server.close(() => resolve(undefined)))
  })
  if (code === undefined) return
  throw new CommandError(
    `Port ${port} on ${host} ${FAULTS[code] ?? `cannot be opened (${code})`}. Choose another with --port or --host, or stop the program that uses it.`,
  )
}
