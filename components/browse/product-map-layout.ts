import { labelUpdates } from '@/components/article/supersedence/update-labels'
import { type ArticleSummary, isNewestOfLine } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ProductTrack } from '@/lib/kb/updates/product-lines'
import { createTimeScale, listTimes, type Tick } from './time-scale'

/** An update on its track. */
export interface Station {
  /** In percent of the width, like every `x`, `start` and `end` here. */
  readonly x: number
  readonly update: ArticleSummary
  /** Its name among the updates of its line. */
  readonly label: string
  readonly isHere: boolean
}

/** A release and the updates for it; `y` is the height of its line. */
export interface MapTrack extends ProductTrack {
  readonly y: number
  /** Where the release stands. */
  readonly start: number
  /** Where the last update stands. */
  readonly end: number
  /** A source says that no later update came. */
  readonly isEnded: boolean
  readonly stations: readonly Station[]
  /** The track that the release follows. */
  readonly before?: Pick<MapTrack, 'y' | 'end'>
}

export interface ProductMapLayout {
  readonly height: number
  readonly tracks: readonly MapTrack[]
  readonly ticks: readonly Tick[]
  /** Earlier tracks that are left out. */
  readonly hiddenCount: number
}

/** What `layoutProductMap` keeps of more tracks are the newest, and the one that is asked for. */
export const MAX_TRACKS = 12
/** Stations of a track that stand closer than this are one. */
const STATION_WIDTH = 0.5
const SCALE = { start: 2, end: 97, maxTicks: 6 }
const TOP = 22
const ROW_HEIGHT = 46
/** The height of a track's line below its words. */
const LINE_AT = 30
/** The room for "You are here". */
const HERE_HEIGHT = 20

/** Lays out the series of a product against time, oldest on top; `undefined` where no date is known. */
export function layoutProductMap(all: readonly ProductTrack[], here?: KbNumber): ProductMapLayout | undefined {
  const hasHere = ({ line }: ProductTrack) => here !== undefined && line?.updates.some(({ number }) => number === here)
  const shown = all.filter((track, index) => index >= all.length - MAX_TRACKS || hasHere(track))
  const times = shown.map(({ series, line }) =>
    listTimes([series.release.released, ...(line?.updates ?? []).map(({ released }) => released)]),
  )
  const scale = createTimeScale(
    times.flat().filter((time) => time !== undefined),
    SCALE,
  )
  if (!scale) return undefined
  const tracks: MapTrack[] = []
  let top = TOP
  for (const [index, track] of shown.entries()) {
    const before = tracks.at(-1)
    // A track without any date begins with the one before it.
    const [start = SCALE.start, ...xs] = (times[index] ?? []).map((time) =>
      time === undefined ? (before?.start ?? SCALE.start) : scale.xOf(time),
    )
    const end = xs.reduce((a, b) => Math.max(a, b), start)
    const stations = listStations(track.line?.updates ?? [], xs, here)
    const isEnded = track.series.lastUpdate !== undefined || index < shown.length - 1
    tracks.push({ ...track, y: top + LINE_AT, start, end, isEnded, stations, before })
    top += ROW_HEIGHT + (stations.some(({ isHere }) => isHere) ? HERE_HEIGHT : 0)
  }
  return { height: top, tracks, ticks: scale.ticks, hiddenCount: all.length - shown.length }
}

/** Of updates at the same place one stands for all: the one that is asked for, else the newest of the line, else the last. */
function listStations(updates: readonly ArticleSummary[], xs: readonly number[], here?: KbNumber): Station[] {
  const labels = labelUpdates(updates)
  const places = new Map<number, Station>()
  for (const [index, update] of updates.entries()) {
    const x = xs[index] ?? SCALE.start
    const place = Math.round(x / STATION_WIDTH)
    const other = places.get(place)
    const isHere = update.number === here
    if (isHere || !other || (!other.isHere && !isNewestOfLine(other.update.state)))
      places.set(place, { x, update, label: labels[index] ?? '', isHere })
  }
  return [...places.values()]
}
