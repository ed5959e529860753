import { threadId } from 'node:worker_threads'

/** The files that threads are reading, in memory that all of them share: the place of one file in the list for each thread. */
export type FilesInHand = Int32Array<SharedArrayBuffer>

/** More than there are threads: two that share a place would only name one file instead of two. */
const PLACES = 64
const NONE = -1

export function createFilesInHand(): FilesInHand {
  return new Int32Array(new SharedArrayBuffer(PLACES * Int32Array.BYTES_PER_ELEMENT)).fill(NONE)
}

/** Notes which file this thread reads now. */
export function noteInHand(files: FilesInHand, place: number = NONE): void {
  Atomics.store(files, threadId % PLACES, place)
}

/** Lists the files that are being read now. */
export function listInHand(files: FilesInHand): number[] {
  return Array.from({ length: PLACES }, (_, at) => Atomics.load(files, at)).filter((place) => place !== NONE)
}
