import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { PROJECT_ROOT } from './project-root.mjs'

const IN_THREAD = fileURLToPath(new URL('./thread-seconds.ts', import.meta.url))
/** Loads a library of the system, which stays where it is. */
const NATIVE = ['libsql']

/**
 * Gives the program of a thread that answers each message with `name(message, workerData.data)`. It is one text, since each thread would
 * take seconds of processor time to load hundreds of modules with a loader for TypeScript of its own.
 */
export async function bundleThread(module: URL, name: string): Promise<string | URL> {
  const contents = `
    import { parentPort, workerData } from 'node:worker_threads'
    import { ${name} as work } from ${JSON.stringify(fileURLToPath(module))}
    import { nameOfThread } from ${JSON.stringify(IN_THREAD)}
    parentPort.on('message', (items) => parentPort.postMessage(work(items, workerData.data)))
    parentPort.postMessage({ thread: nameOfThread() })`
  const { outputFiles } = await build({
    absWorkingDir: PROJECT_ROOT,
    stdin: { contents, resolveDir: PROJECT_ROOT },
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: NATIVE,
    // A text has no place from which others could be found.
    banner: { js: `require = require('node:module').createRequire(${JSON.stringify(`${PROJECT_ROOT}package.json`)})` },
    logLevel: 'silent',
  })
  return outputFiles.map(({ text }) => text).join('\n')
}
