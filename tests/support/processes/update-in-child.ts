import { updateIndex } from '@/scripts/index/update-index'

// Started by tests with a content folder, an index file and a number of files: when so many are read, it stands still with
// the index half written, until it is killed.
const [contentDir = '', indexFile = '', standsStillAt = ''] = process.argv.slice(2)
process.send?.('begun')
await updateIndex({
  contentDir,
  indexFile,
  onProgress: (done) => {
    if (done !== Number(standsStillAt)) return
    process.send?.('standing')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
})
process.disconnect?.()
