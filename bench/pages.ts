import { resolve } from 'node:path'
import { describeMachine } from '@/bench/measure/describe-machine'
import { type MeasuredServer, startServer } from '@/bench/measure/measured-process'
import { type Reading, readPages } from '@/bench/measure/read-pages'
import { findKiwixRoot, hasKiwix, KIWIX_PACKAGES, prepareKiwix, startKiwix } from '@/bench/peers/kiwix'
import { hasNginx, startNginx } from '@/bench/peers/nginx'
import { getPlaces } from '@/lib/env'
import { hasKbNumber } from '@/lib/kb/numbers/kb-number'
import { countArticles, listSampleNumbers } from '@/lib/kb-index/file/collection'
import { openIndex } from '@/lib/kb-index/file/open'
import { runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions, parsePort } from '@/scripts/shared/options.mjs'
import { PROJECT_ROOT } from '@/scripts/shared/project-root.mjs'

const HELP = `Reads articles from all over the collection, first and again, from the built viewer and from kiwix-serve and nginx
where they are installed, in one run.

  npm run bench:pages -- --content DIR [options]

  --content DIR   the articles
  --index FILE    their index, up to date; default the one below .cache/
  --count N       how many articles; default 1,000
  --seconds N     how long 200 readers read at once; default 60
  --work DIR      where the ZIM file and the pages for nginx are kept; default .cache/bench
  --port N        use this port and the next two, on 127.0.0.1; default 24561
  --help          show this help
`

const WARM_SECONDS = 15
const HEADER =
  '| server | what | pages/s | p50 ms | p99 ms | longest ms | failures |\n| --- | --- | --- | --- | --- | --- | --- |'

await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), [
    'content',
    'index',
    'count',
    'seconds',
    'work',
    'port',
    'help',
  ])
  if (values.help) return console.log(HELP)
  const { contentDir, indexFile } = getPlaces(process.env, {
    content: values.content && resolve(values.content),
    index: values.index && resolve(values.index),
  })
  const port = parsePort(values.port ?? '24561')
  const workDir = resolve(values.work ?? resolve(PROJECT_ROOT, '.cache/bench'))
  const seconds = Number(values.seconds ?? 60)
  const index = openIndex(indexFile)
  const numbers = listSampleNumbers(index, Number(values.count ?? 1000)).filter(hasKbNumber)
  const paths = numbers.map((number) => `/kb/${number}`)
  console.log(`${describeMachine()}\n\n${paths.length} of ${countArticles(index)} articles\n\n${HEADER}`)

  const command = ['node', 'server/main.mjs', '--content', contentDir, '--port', String(port)]
  const env = { NODE_ENV: 'production', KB_INDEX: indexFile, KB_LOG_REQUESTS: 'off' }
  const viewer = await startServer(command, { url: `http://127.0.0.1:${port}`, path: '/readyz', env })
  await during(viewer, async () => {
    await measure('KB Viewer', viewer, paths)
    print('KB Viewer', `200 readers, ${seconds} s`, await readPages(viewer.url, paths, { connections: 200, seconds }))
    if (!hasNginx()) return console.log('\nnginx is not installed: apt-get install nginx-light\n')
    const nginx = await startNginx(viewer.url, paths, resolve(workDir, 'nginx'), port + 1)
    await during(nginx, () => measure('nginx, the same pages', nginx, paths))
  })
  if (!hasKiwix()) return console.log(`\nkiwix-serve is not installed: apt-get install ${KIWIX_PACKAGES}\n`)
  const archive = await prepareKiwix({ contentDir, articleCount: countArticles(index), workDir, rebuild: false })
  const kiwix = await startKiwix(archive, port + 2)
  await during(kiwix, async () => {
    const root = await findKiwixRoot(kiwix, `${numbers[0]}.html`)
    await measure(
      'kiwix-serve',
      kiwix,
      numbers.map((number) => `${root}/${number}.html`),
    )
  })
})

/** The first articles warm up the program; they are not read again. */
async function measure(name: string, { url }: MeasuredServer, paths: readonly string[]): Promise<void> {
  const [warmUp, rest] = [paths.slice(0, paths.length / 5), paths.slice(paths.length / 5)]
  await readPages(url, warmUp, { connections: 8 })
  const [first, second] = [rest.slice(0, rest.length / 2), rest.slice(rest.length / 2)]
  print(name, 'each for the first time, 8 connections', await readPages(url, first, { connections: 8 }))
  print(name, 'each for the first time, one connection', await readPages(url, second, { connections: 1 }))
  print(name, 'again, 8 connections', await readPages(url, rest, { connections: 8, seconds: WARM_SECONDS }))
  print(name, 'again, one connection', await readPages(url, rest, { connections: 1, seconds: WARM_SECONDS }))
}

async function during(server: MeasuredServer, run: () => Promise<void>): Promise<void> {
  try {
    await run()
    const usage = server.readUsage()
    if (usage) console.log(`\n${Math.round(usage.peakBytes / 1e6)} MB peak of all processes of ${server.url}\n`)
  } finally {
    await server.stop()
  }
}

function print(name: string, what: string, { perSecond, p50, p99, longest, failures }: Reading): void {
  const times = [p50, p99, longest].map((ms) => ms.toFixed(1)).join(' | ')
  console.log(`| ${name} | ${what} | ${perSecond.toFixed(0)} | ${times} | ${failures} |`)
}
