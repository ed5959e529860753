import { createServer } from 'node:net'
import { CommandError } from '../shared/command-error.mjs'

const FAULTS = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'may not be used by this account',
  EADDRNOTAVAIL: 'cannot be opened there: the host is not an address of this computer',
  ENOTFOUND: 'cannot be opened there: the host is not known',
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
    `Port ${port} of ${host} ${FAULTS[code] ?? `cannot be opened (${code})`}. Choose another with --port or --host, or stop the program that has it.`,
  )
}
