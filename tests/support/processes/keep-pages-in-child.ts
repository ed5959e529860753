// Keeps one page after the other below a folder until it is killed, and says what the store said. Started by tests.
import { createPageStore } from '@/server/pages/page-store.mjs'
import { pageOf } from '@/tests/support/page-of'
import { textOfPage } from './kept-page-texts'

const [folder = '', first = '0'] = process.argv.slice(2)
const store = createPageStore({ folder, maxBytes: 1e9, build: 'build' }, (error) => console.log(`Fault: ${error}`))
store.follow('label')
await store.ready()
console.log('started')
for (let at = Number(first); store.hasRoom(); at++) {
  const key = ` /kb/${at}`
  await store.put(key, pageOf('label', textOfPage(key)))
}
const kept = await store.get(` /kb/${first}`)
console.log(`kept: ${(await kept?.content.in(''))?.bytes.toString() === textOfPage(` /kb/${first}`)}`)
