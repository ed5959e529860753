import type { ReleasedBuild } from '@/lib/kb/releases/build-lookup'
import type { PasteVerdict } from './verdict'

/** A verdict as programs get it, by the names of docs/api.md. */
export function verdictToAnswer({ updates, lines, builds, signatures, articles, ...rest }: PasteVerdict) {
  return {
    updates: updates.map(({ number, state, isInstalled, supersededBy, latest, evidence }) => ({
      number,
      state,
      isInstalled,
      supersededBy: supersededBy[0]?.number,
      latest: latest?.number,
      evidence: evidence.find(({ sentence }) => sentence !== undefined)?.sentence,
    })),
    lines: lines.map(({ name, host, installed, latest, way, isStated, fixCount, prerequisites }) => ({
      name,
      host,
      installed: installed.map(({ number }) => number),
      latest: latest.number,
      install: way.length > 0 ? latest.number : undefined,
      contains: way.slice(0, -1).map(({ number }) => number),
      isStated,
      fixCount,
      prerequisites,
    })),
    builds: builds.map(({ build, servers, file, isServicePackLevel, places, newerFiles, sameVersion }) => ({
      build,
      servers,
      file,
      isServicePackLevel,
      places: places.map(({ product, line, isExact, below, above, latest }) => ({
        product,
        line: line?.name,
        isExact,
        below: releaseToAnswer(below),
        above: releaseToAnswer(above),
        latest: latest && { name: latest.shortTitle ?? latest.title, build: latest.build, number: latest.number },
      })),
      newerFiles: newerFiles.map(({ version, number }) => ({ version, number })),
      sameVersion: [...new Set(sameVersion.map(({ number }) => number))],
    })),
    signatures: signatures.map(({ id, label, quote, articleCount }) => ({ id, label, quote, articleCount })),
    articles: articles.map(({ article, reasons }) => ({
      number: article.number,
      title: article.title,
      state: article.state,
      why: reasons.map(({ label, quote }) => (quote === '' ? label : `${label}: ${quote}`)).join('; '),
    })),
    recognised: {
      kinds: rest.kinds,
      products: rest.products,
      isCut: rest.isCut,
      cutInventories: rest.cutInventories,
      otherEntries: rest.otherEntries,
    },
  }
}

function releaseToAnswer(release: ReleasedBuild | undefined) {
  return release && { name: release.name, build: release.build, number: release.article?.number }
}
