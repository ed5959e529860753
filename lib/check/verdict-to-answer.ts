import type { ArticleReference } from '@/lib/kb/article'
import type { KbNumber } from '@/lib/kb/kb-number'
import type { BuildPlace, PasteVerdict } from './verdict'

/** A verdict as programs get it, by the names of docs/api.md. */
export function verdictToAnswer({ updates, lines, builds, signatures, articles, ...rest }: PasteVerdict) {
  return {
    updates: updates.map(({ number, state, isInstalled, supersededBy, latest, evidence }) => ({
      number,
      state,
      isInstalled,
      supersededBy: supersededBy[0]?.number,
      latest: latest?.number,
      evidence,
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
      prerequisites: prerequisites.map(({ text }) => text),
    })),
    builds: builds.map(({ build, servers, file, isServicePackLevel, places }) => ({
      build,
      servers,
      file,
      isServicePackLevel,
      places: places.map(placeToAnswer),
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

function placeToAnswer({ name, below, isExact, above, latest }: BuildPlace) {
  return { line: name, below: release(below), isExact, above: release(above), latest: release(latest) }
}

function release(
  article: (ArticleReference & { readonly build?: string }) | undefined,
): { number: KbNumber; build?: string } | undefined {
  return article && { number: article.number, build: article.build }
}
