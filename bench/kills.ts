import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describeMachine } from '@/bench/measure/describe-machine'
import { runCommand } from '@/scripts/shared/command-error.mjs'
import { parseCount, parseOptions } from '@/scripts/shared/options.mjs'
import { killWhileFollowing, killWhileImporting } from '@/tests/support/processes/kill-rounds'

const HELP = `Kills what writes, at random moments (kill -9), and looks each time whether anything is lost. Fails at the first loss.

  npm run bench:kills -- [options]

  --count N    kills of each kind; default 25
  --work DIR   where the folders lie; emptied before and after
  --help       show this help

Kills of a build and of an update of the index are tests: tests/stress/index/crash.test.ts.
`

await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['count', 'work', 'help'])
  if (values.help) return console.log(HELP)
  const count = parseCount(values.count, '--count', 25)
  const work = resolve(values.work ?? join('.cache', 'kills'))
  console.log('| killed | how often | what happened |\n| --- | --- | --- |')
  for (const [what, kill, outcome] of [
    [
      'the process that follows the articles, while they are edited',
      killWhileFollowing,
      'The index and all kept texts were whole each time; the next update completed it',
    ],
    ['an import', killWhileImporting, 'Every article written was whole; the next import completed the folder'],
  ] as const) {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { recursive: true })
    await kill(work, count)
    console.log(`| ${what} | ${count} | ${outcome} |`)
  }
  rmSync(work, { recursive: true, force: true })
  console.log(describeMachine())
})
