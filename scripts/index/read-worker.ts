import { parentPort, workerData } from 'node:worker_threads'
import type { ArticleFile } from '@/lib/content/list-article-files'
import { readFile } from './read-file'

const contentDir: unknown = workerData
if (!parentPort || typeof contentDir !== 'string') throw new Error('read-worker.ts is started by read-files.ts only.')
const port = parentPort

port.on('message', (files: readonly ArticleFile[]) => {
  port.postMessage(files.map((file) => readFile(contentDir, file)))
})
