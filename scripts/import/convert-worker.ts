import { parentPort, workerData } from 'node:worker_threads'
import { convertBatch, type FileToConvert } from './convert-batch'

// The thread behind `convert-pool.ts`: a batch comes in, its results go out; their buffers are handed over, not copied.
parentPort?.on('message', (files: readonly FileToConvert[]) => {
  const results = convertBatch(files, { verify: workerData.verify === true })
  const buffers = results.flatMap(({ articles }) => articles.map(({ bytes }) => bytes.buffer))
  parentPort?.postMessage(results, buffers)
})
parentPort?.postMessage('ready')
