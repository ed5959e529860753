import { parentPort, workerData } from 'node:worker_threads'
import { nameOfThread } from '../shared/thread-seconds.ts'

// The thread behind `worker-pool.ts`, as it is in the package.
const { module, name, data } = workerData
const { [name]: work } = await import(module)
parentPort.on('message', (items) => parentPort.postMessage(work(items, data)))
parentPort.postMessage({ thread: nameOfThread() })
