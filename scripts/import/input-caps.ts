/**
 * The limits of one INPUT. They count bytes that were really read or unpacked, never what a header claims. The archive of
 * 60,338 articles is 231 MB unpacked from 30 MB, and its largest article has 179 KB.
 */
export interface InputCaps {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
  readonly ratio: number
  readonly ratioFreeBytes: number
  readonly nameLength: number
  readonly windowBytes: number
}

export const INPUT_CAPS: InputCaps = {
  /** Three times the archive. */
  entries: 200_000,
  /** Twenty times the largest article; one conversion holds this much in memory. */
  entryBytes: 4 * 1024 * 1024,
  /** Seventeen times the archive. */
  totalBytes: 4 * 1024 * 1024 * 1024,
  /** Articles pack 8:1, a tar of many tiny ones (mostly padding) under 100:1, and bombs begin at 1,000:1. */
  ratio: 200,
  /** A small archive of nearly empty files may have any ratio up to this size. */
  ratioFreeBytes: 1024 * 1024,
  /** A file name is written into the front matter and into messages. */
  nameLength: 1000,
  /** The default limit of `zstd` itself (`--memory`); a frame can claim a window of 2 GB. */
  windowBytes: 128 * 1024 * 1024,
}

/** What every reader of an input needs. */
export interface InputContext {
  /** The INPUT as given on the command line. */
  readonly input: string
  readonly caps: InputCaps
  readonly meter: InputMeter
  /** Called with the number of bytes of the input that have been read since the last call. */
  readonly onRead: (bytes: number) => void
}

/** Counts what one input yields, and throws an `InputRefusal` when a cap is exceeded. */
export interface InputMeter {
  countEntry(): void
  /** Counts `unpacked` more bytes; `packed` is how many bytes of the input have been consumed in all. */
  countBytes(unpacked: number, packed?: number): void
}

export function createInputMeter(caps: InputCaps): InputMeter {
  let entries = 0
  let bytes = 0
  return {
    countEntry() {
      entries++
      if (entries > caps.entries) {
        throw new InputRefusal('too-many-entries', `It has more than ${caps.entries} entries.`, STOPPED)
      }
    },
    countBytes(unpacked, packed) {
      bytes += unpacked
      if (bytes > caps.totalBytes) {
        throw new InputRefusal('too-large', `It unpacks to more than ${caps.totalBytes} bytes.`, STOPPED)
      }
      if (packed !== undefined && bytes > caps.ratioFreeBytes + packed * caps.ratio) {
        throw new InputRefusal('archive-bomb', `It unpacks to more than ${caps.ratio} times its size.`, STOPPED)
      }
    },
  }
}

/** Explains in two sentences why an input, or the rest of it, is not read. */
export class InputRefusal extends Error {
  constructor(
    readonly kind: string,
    readonly what: string,
    readonly handled: string,
    options?: ErrorOptions,
  ) {
    super(`${what} ${handled}`, options)
    this.name = 'InputRefusal'
  }
}

/** The refusal of an archive of which only the first part can be read. */
export function damagedArchive(cause: Error): InputRefusal {
  const what = `The archive is damaged or truncated (${cause.message.replace(/\.$/, '')}).`
  return new InputRefusal('damaged-archive', what, WHOLE_COPY, { cause })
}

const WHOLE_COPY = 'The readable part was imported; get a complete copy for the rest.'
const STOPPED = 'Only the part before this was imported. If the input is genuine, split it.'
