import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { findFreePort } from '@/scripts/shared/free-port'
import { startProcess } from '@/scripts/shared/run-process.mjs'
import { makeFolder } from './folder'

type Running = ReturnType<typeof startProcess>

/** A browser test that starts programs of its own. They are stopped after the test. */
export const test = base.extend<{
  port: number
  folder: string
  start: typeof startProcess
  /** Starts the site on `port` with the index `index.db` of `folder`. */
  serve: (contentDir: string, env?: Readonly<Record<string, string>>) => Promise<Running & { readonly url: string }>
}>({
  port: ({ baseURL: _ }, use) => findFreePort().then(use),
  folder: async ({ baseURL: _ }, use) => {
    const removals: (() => void)[] = []
    await use(makeFolder({ after: (remove) => removals.push(remove) }))
    for (const remove of removals) remove()
  },
  start: async ({ folder: _ }, use) => {
    const started: Running[] = []
    await use((...program) => {
      const running = startProcess(...program)
      started.push(running)
      return running
    })
    await Promise.all(started.map(({ stop }) => stop()))
  },
  serve: ({ port, folder, start }, use) =>
    use(async (contentDir, env) => {
      const url = `http://127.0.0.1:${port}`
      const args = ['scripts/commands/start.mjs', '--content', contentDir, '--port', String(port)]
      const server = start('node', args, { env: { KB_INDEX: join(folder, 'index.db'), KB_WORKERS: '1', ...env } })
      expect(await server.untilAnswered(`${url}/healthz`)).toBe(true)
      return { ...server, url }
    }),
})
