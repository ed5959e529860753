import type { ReleasedBuild } from '@/lib/kb/releases/build-lookup'
import type { NewerForProduct } from '@/lib/kb/updates/succession'
import type { BuildStanding, LineVerdict, MatchReason, PasteVerdict } from './verdict'

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
    computers: rest.computers.map(({ list, host, kinds, builds: own, provenLine, contradictions }) => ({
      list,
      host,
      kinds,
      builds: own,
      provenLine: lines.find(({ slug }) => slug === provenLine)?.name,
      contradictions: contradictions.map(({ release, build, update, lineName }) => ({
        release,
        build,
        update: update.number,
        line: lineName,
      })),
    })),
    lines: lines.filter(isDetermined).map(lineToAnswer),
    undetermined: lines
      .filter((line) => !isDetermined(line))
      .map(({ name, list, host, installed, latest, doubts }) => ({
        name,
        list,
        host,
        installed: installed.map(({ number }) => number),
        latest: latest.number,
        doubts,
      })),
    questions: rest.questions,
    builds: builds.map(
      ({ build, servers, file, isServicePackLevel, places, isOnlyNamed, newerFiles, sameVersion }) => ({
        build,
        servers,
        file,
        isServicePackLevel,
        places: places.map(placeToAnswer),
        isOnlyNamed: isOnlyNamed || undefined,
        newerFiles: newerFiles.map(({ version, number }) => ({ version, number })),
        sameVersion: [...new Set(sameVersion.map(({ number }) => number))],
      }),
    ),
    signatures: signatures.map(({ id, label, quote, articleCount }) => ({ id, label, quote, articleCount })),
    articles: articles.map(({ article, fixedIn, reasons }) => ({
      number: article.number,
      title: article.title,
      state: article.state,
      fixedIn: fixedIn?.number,
      why: reasons.map(reasonToText).join('; '),
    })),
    recognised: {
      kinds: rest.kinds,
      products: rest.products,
      isCut: rest.isCut,
      computerCount: rest.computerCount > rest.computers.length ? rest.computerCount : undefined,
      cutInventories: rest.cutInventories,
      otherEntries: rest.otherEntries,
      unread: rest.unread,
    },
  }
}

/** The words of the article, behind what it has in common with the paste. */
function reasonToText({ label, quote }: MatchReason): string {
  return quote.length === 0
    ? label
    : `${label}: ${quote
        .map(({ text }) => text)
        .join('')
        .trim()}`
}

/** Without an update to install and with a doubt, a line says nothing that a program could act on. */
function isDetermined(line: LineVerdict): boolean {
  return line.way.length > 0 || line.doubts.length === 0
}

function lineToAnswer(line: LineVerdict) {
  const { name, list, host, installed, latest, way, isStated, fixCount, prerequisites, isProven, doubts } = line
  return {
    name,
    list,
    host,
    installed: installed.map(({ number }) => number),
    latest: latest.number,
    install: way.length > 0 ? latest.number : undefined,
    newerForProduct: newerToAnswer(line.newerForProduct),
    contains: way.slice(0, -1).map(({ number }) => number),
    isStated,
    isProven,
    doubts,
    fixCount,
    prerequisites,
  }
}

/** A build beyond every known release is not at or above one of them: `last` is the last release that is known. */
function placeToAnswer(place: BuildStanding) {
  const { product, state, line, isExact, below, above, nextVersion, latest, newerForProduct } = place
  const isBeyond = state === 'beyond'
  return {
    product,
    state,
    line: line?.name,
    isExact,
    below: isBeyond ? undefined : releaseToAnswer(below),
    above: releaseToAnswer(above),
    next: nextVersion && { product: nextVersion.product, ...releaseToAnswer(nextVersion) },
    last: isBeyond ? releaseToAnswer(below) : undefined,
    latest: latest && { name: latest.shortTitle ?? latest.title, build: latest.build, number: latest.number },
    newerForProduct: newerToAnswer(newerForProduct),
  }
}

function newerToAnswer(newer: NewerForProduct | undefined) {
  if (!newer) return undefined
  const { product, shortName, release, update } = newer
  return { product, shortName, number: update?.number, release: release.name }
}

function releaseToAnswer(release: ReleasedBuild | undefined) {
  return release && { name: release.name, build: release.build, number: release.article?.number ?? release.number }
}
