import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// A worker thread of Node 20 does not inherit the loader of tsx, so this plain module registers it and goes on in
// TypeScript. To be removed when `new Worker(url, { execArgv: ['--import', 'tsx'] })` does the same.
register()
await import(workerData.module)
