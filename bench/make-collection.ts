import { resolve } from 'node:path'
import { readArchive } from '@/bench/measure/archive'
import { makeCollection } from '@/bench/measure/make-collection'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { formatCount } from '@/scripts/shared/progress.mjs'

const HELP = `Makes a collection of any size from an archive, the same for the same seed: generations of its articles with other paragraphs
and titles, whose links and updates lead to articles of their own generation.

  npm run bench:collection -- --content DIR --out DIR --count 1000000 [--seed 1]
`

await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['content', 'out', 'count', 'seed', 'help'])
  if (values.help) return console.log(HELP)
  const { content, out, count = '', seed = '1' } = values
  if (!content || !out || !/^[1-9]\d{0,6}$/.test(count)) {
    throw new CommandError('Something is missing. Specify --content, --out and --count, from 1 to 9999999.')
  }
  const bytes = await makeCollection(await readArchive(resolve(content)), {
    outDir: resolve(out),
    count: Number(count),
    seed: Number(seed),
  })
  console.log(`${formatCount(Number(count), 'article')}, ${(bytes / 1e6).toFixed(1)} MB of Markdown`)
})
