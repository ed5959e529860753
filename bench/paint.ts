import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from '@playwright/test'
import { describeMachine, formatLoad } from '@/bench/measure/describe-machine'
import { startServer } from '@/bench/measure/measured-process'
import { formatRounds, inTurn, Rounds } from '@/bench/rounds/rounds'
import { getPlaces } from '@/lib/env'
import { isCurrentIndex } from '@/lib/kb-index/file/open'
import { buildPages } from '@/scripts/setup/build-pages.mjs'
import { findBrowser } from '@/scripts/setup/find-browser.mjs'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseCount, parseOptions, parsePort } from '@/scripts/shared/options.mjs'
import { endingProcesses } from '@/scripts/shared/run-process.mjs'

const HELP = `Measures in Chromium, with a processor slowed down four times, when a reader sees an article: on the first visit, and after a click on a
link. Beside each stands the bare page: the same text and links without style and script, from the memory of a small server.

  npm run bench:paint -- [NUMBER NUMBER] [options]

  NUMBER NUMBER    the article that is opened, and one that it links to; default 940006 930463
  --content DIR    the articles; default content/
  --index FILE     their index, up to date
  --count N        rounds, each in a browser profile of its own; default 15
  --port N         where the viewer listens; default 24581
  --help           show this help
`

const OURS = 'KB Viewer'
const SLOWDOWN = 4
const VIEWPORT = { width: 1280, height: 900 }

interface Site {
  readonly name: string
  readonly urlOf: (number: string) => string
}

await runCommand(() =>
  endingProcesses(async () => {
    const names = ['content', 'index', 'count', 'port', 'help'] as const
    const { values, positionals } = parseOptions(process.argv.slice(2), names, { allowPositionals: true })
    if (values.help) return console.log(HELP)
    const { contentDir, indexFile } = getPlaces(process.env, values)
    if (!isCurrentIndex(indexFile)) {
      throw new CommandError(`"${indexFile}" is not an index of this version. Build it with: npm run index:build`)
    }
    const rounds = parseCount(values.count, '--count', 15)
    const url = `http://127.0.0.1:${parsePort(values.port ?? '24581')}`
    const [first = '940006', next = '930463'] = positionals
    await buildPages()
    const server = await startServer(
      ['node', 'server/main.mjs', '--content', contentDir, '--port', new URL(url).port],
      {
        url,
        path: '/readyz',
        env: { NODE_ENV: 'production', KB_INDEX: indexFile, KB_LOG_REQUESTS: 'off' },
      },
    )
    const browser = await chromium.launch({ executablePath: await findBrowser() })
    const load = formatLoad()
    const ours: Site = { name: OURS, urlOf: (number) => `${url}/kb/${number}` }
    const bare = await serveBarePages(browser, ours, [first, next])
    try {
      const figures = new Rounds()
      for (let round = 0; round <= rounds; round++) {
        for (const site of inTurn([ours, bare.site], round)) {
          // The first round fills the caches of the system and of the server.
          await visit(browser, site, { first, next }, round === 0 ? new Rounds() : figures)
        }
      }
      console.log(`${describeMachine()}\n${load}, ${formatLoad()} after\n`)
      console.log(`KB${first}, then KB${next}; processor slowed down ${SLOWDOWN} times; medians of ${rounds} rounds\n`)
      console.log(formatRounds(figures.list(), OURS))
    } finally {
      bare.close()
      await browser.close()
      await server.stop()
    }
  }),
)

/** Opens an article as a new reader, and then the other by a click on a link to it. */
async function visit(
  browser: Browser,
  site: Site,
  { first, next }: { readonly first: string; readonly next: string },
  figures: Rounds,
): Promise<void> {
  const context = await browser.newContext({ viewport: VIEWPORT })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    await page.goto(site.urlOf(first), { waitUntil: 'load' })
    const paints = await readPaints(page)
    figures.add(site.name, 'first visit, first paint', 'ms', paints.first)
    figures.add(site.name, 'first visit, largest paint', 'ms', paints.largest)
    figures.add(site.name, 'first visit, all resources', 'KB', paints.bytes / 1024)
    const path = new URL(site.urlOf(next)).pathname
    // The link may be far down the page: what is measured begins with its click.
    const clicked = await page.evaluate((href) => {
      const link = [...document.links].find((other) => other.pathname === href)
      if (!link) return 0
      const now = Date.now()
      link.click()
      return now
    }, path)
    if (clicked === 0)
      throw new CommandError(`KB${first} has no link to KB${next}. Give the number of an article that it links to.`)
    await page.waitForURL(site.urlOf(next), { waitUntil: 'load' })
    const after = await readPaints(page)
    figures.add(site.name, 'click to the next headline', 'ms', after.origin + after.first - clicked)
  } finally {
    await context.close()
  }
}

interface Paints {
  readonly origin: number
  readonly first: number
  readonly largest: number
  readonly bytes: number
}

/** Waits until the page has been painted, and gives its times in milliseconds and the bytes of all that it loaded. */
async function readPaints(page: Page): Promise<Paints> {
  return page.evaluate(
    () =>
      new Promise<Paints>((resolve) => {
        new PerformanceObserver((list) => {
          const largest = list.getEntries().at(-1)?.startTime ?? Number.NaN
          const [first] = performance.getEntriesByName('first-contentful-paint')
          const loads = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          const bytes = loads.reduce((sum, load) => sum + (load as PerformanceResourceTiming).transferSize, 0)
          resolve({ origin: performance.timeOrigin, first: first?.startTime ?? Number.NaN, largest, bytes })
        }).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
}

/** Serves the headline, text and links of articles as the viewer shows them, without anything else. */
async function serveBarePages(browser: Browser, { urlOf }: Site, numbers: readonly string[]) {
  const pages = new Map<string, string>()
  const page = await browser.newPage()
  for (const number of numbers) {
    const answer = await page.goto(urlOf(number))
    if (answer?.status() !== 200)
      throw new CommandError(`The viewer has no page of KB${number}. Give numbers that the content has.`)
    pages.set(new URL(urlOf(number)).pathname, await page.evaluate(toBarePage))
  }
  await page.close()
  const server = createServer((request, response) => {
    const html = pages.get(request.url ?? '')
    response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const site: Site = {
    name: 'bare page',
    urlOf: (number) => `http://127.0.0.1:${port}${new URL(urlOf(number)).pathname}`,
  }
  return { site, close: () => server.close() }
}

/** Runs in the page. */
function toBarePage(): string {
  const copy = (document.querySelector('main') ?? document.body).cloneNode(true) as Element
  for (const element of copy.querySelectorAll('script, style, svg, button, input, form, template')) element.remove()
  for (const element of copy.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) if (name !== 'href' && name !== 'id') element.removeAttribute(name)
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${document.title}</title></head><body>${copy.innerHTML}</body></html>`
}
