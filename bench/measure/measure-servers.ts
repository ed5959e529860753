import {
  type KiwixArchive,
  kiwixSearchPath,
  kiwixSuggestPath,
  parseKiwixResults,
  startKiwix,
} from '@/bench/peers/kiwix'
import { suggestUrl } from '@/lib/urls'
import { type Asked, askSite, measureSite } from './measure-site'
import { type MeasuredServer, startServer } from './measured-process'
import { type RankedResult, scoreResults } from './score-results'
import type { SearchRun } from './search-lines'

/** The first start may build the pages. */
const FIRST_START_SECONDS = 900

/** Measures the viewer in its second start, when everything is built. */
export async function measureViewer(
  { contentDir, indexFile, port }: { contentDir: string; indexFile: string; port: number },
  asked: Asked,
): Promise<SearchRun['site']> {
  const command = [process.execPath, 'scripts/commands/start.mjs', '--content', contentDir, '--port', String(port)]
  const start = () =>
    startServer(command, {
      url: `http://127.0.0.1:${port}`,
      path: '/healthz',
      env: { KB_INDEX: indexFile },
      timeoutSeconds: FIRST_START_SECONDS,
    })
  await (await start()).stop()
  return measuring(await start(), (site) =>
    measureSite(
      {
        url: site.url,
        searchPath: (text) => `/api/v1/search?${new URLSearchParams({ q: text })}`,
        suggestPath: suggestUrl,
        articlePath: (number) => `/kb/${number}`,
      },
      asked,
    ),
  )
}

/** Measures kiwix-serve and scores its results. */
export async function measureKiwix(archive: KiwixArchive, port: number, asked: Asked): Promise<SearchRun['kiwix']> {
  const report = await measuring(await startKiwix(archive, port), async (site) => {
    const measured = await measureSite(
      { url: site.url, searchPath: kiwixSearchPath, suggestPath: kiwixSuggestPath },
      asked,
    )
    const results: RankedResult[] = []
    for (const { q } of asked.queries)
      results.push({ q, ids: parseKiwixResults(await askSite(site.url, kiwixSearchPath(q))) })
    return { ...measured, scores: scoreResults(asked.queries, results) }
  })
  return { ...report, archive }
}

async function measuring<Report>(server: MeasuredServer, measure: (server: MeasuredServer) => Promise<Report>) {
  try {
    const report = await measure(server)
    return { ...report, secondsToReady: server.secondsToReady, peakBytes: server.readUsage()?.peakBytes }
  } finally {
    await server.stop()
  }
}
