import { pipeline, Readable } from 'node:stream'
import { extract } from 'tar-stream'
import { damagedArchive, type InputContext } from './input-caps'
import { collectBytes, createEntryGate, type InputItem } from './input-file'

/**
 * Yields the files of a tar archive as they arrive. Links, devices and unsafe names become problems. A truncated archive
 * yields what is complete and then throws an `InputRefusal`.
 */
export async function* readTar(
  chunks: AsyncIterable<Uint8Array>,
  { input, caps, meter }: InputContext,
): AsyncGenerator<InputItem> {
  const gate = createEntryGate(input, caps)
  const source = watchSource(chunks)
  const archive = extract()
  // Errors reach the loop below through `archive`. Leaving the loop early ends the pipeline, which is not an error.
  pipeline(Readable.from(source.chunks()), archive, () => {})
  try {
    for await (const entry of archive) {
      meter.countEntry()
      const kind = entry.header.type ?? 'entry of an unknown type'
      const isFile = kind === 'file' || kind === 'contiguous-file'
      const admitted = kind === 'directory' ? undefined : gate.admit(entry.header.name, isFile ? 'file' : kind)
      const bytes = await collectBytes(entry, { cap: caps.entryBytes, beyondCap: 'skip' })
      if (admitted === undefined) continue
      if ('what' in admitted) yield admitted
      else
        yield bytes
          ? { input, name: admitted.name, bytes, modified: dayOf(entry.header.mtime) }
          : gate.refuseLarge(admitted.name)
    }
  } catch (error) {
    throw source.failure() ?? tarDamage(error)
  }
  const failure = source.failure()
  if (failure) throw failure
  // Two blocks of zeros end an archive. Only their absence shows that it was cut between two files.
  if (source.trailingZeros() < END_MARK) throw tarDamage(new Error('its end mark is missing'))
}

function dayOf(time: Date | undefined): string | undefined {
  return time && !Number.isNaN(time.getTime()) ? time.toISOString().slice(0, 10) : undefined
}

const END_MARK = 1024

/** The package throws plain errors. Any other kind is our own fault, or already a refusal. */
function tarDamage(error: unknown): unknown {
  if (!(error instanceof Error) || Object.getPrototypeOf(error) !== Error.prototype || 'code' in error) return error
  return damagedArchive(error)
}

/** Holds back a failure of the source until everything before it has been read, and watches for the end mark. */
function watchSource(chunks: AsyncIterable<Uint8Array>) {
  let failure: unknown
  let zeros = 0
  return {
    failure: () => failure,
    trailingZeros: () => zeros,
    async *chunks(): AsyncGenerator<Uint8Array> {
      try {
        for await (const chunk of chunks) {
          let end = chunk.length
          while (end > 0 && chunk[end - 1] === 0) end--
          zeros = end === 0 ? zeros + chunk.length : chunk.length - end
          yield chunk
        }
      } catch (error) {
        failure = error
      }
    },
  }
}
