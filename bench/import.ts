import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runImport } from '@/scripts/import/run-import'

// npm run bench:import -- INPUT...
// Imports the inputs twice into a temporary folder: first into an empty one, then again without changes.
const inputs = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'bench-import-'))
const threads = availableParallelism()

async function measure(title: string): Promise<void> {
  const started = performance.now()
  const processor = process.cpuUsage()
  const { placements, problems } = await runImport({ inputs, out: folder, threads, dryRun: false, verify: false })
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(processor)
  const articles = Object.values(placements).reduce((sum, count) => sum + count, 0)
  const refused = problems.filter((problem) => problem.refused).length
  console.log(
    `${title}: ${articles} articles (${placements.written} written, ${refused} refused) in ${seconds.toFixed(1)} s, ` +
      `${Math.round(articles / seconds)} articles/s, ${((user + system) / 1e6).toFixed(1)} s of processor time, ` +
      `peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, ${threads} threads`,
  )
}

try {
  await measure('First import')
  await measure('Second import')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
