import { writeFileSync } from 'node:fs'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

// Started with `--import tsx`, which its processes inherit. `node --test` takes no `--test-concurrency` before Node 20.10
// and would run one file at a time on two processors.

const [resultFile, ...files] = process.argv.slice(2)
const counts = { passed: 0, failed: 0, skipped: 0 }
const events = run({ files, concurrency: 2 })
events.on('test:fail', () => counts.failed++)
events.on('test:pass', ({ skip, details }) => {
  if (details.type !== 'suite') counts[skip === undefined ? 'passed' : 'skipped']++
})
events.compose(new spec()).pipe(process.stdout)
events.on('end', () => writeFileSync(resultFile, JSON.stringify(counts)))
