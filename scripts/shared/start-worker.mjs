import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// The thread behind `worker-pool.ts`. A worker of Node 20 does not inherit the loader of tsx, so this plain module
// registers it. Remove this when `new Worker(url, { execArgv: ['--import', 'tsx'] })` does the same.
register()
const { module, name, data } = workerData
const { [name]: work } = await import(module)
parentPort.on('message', (items) => parentPort.postMessage(work(items, data)))
const { nameOfThread } = await import('./thread-seconds.ts')
parentPort.postMessage({ thread: nameOfThread() })
