import { rmSync } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { identityOf } from '@/lib/kb-index/file/index-label.mjs'

/** A copy of an index that is made while nothing else is to be done, so that the next change need not wait for it. */
export class SpareIndex {
  readonly #indexFile: string
  readonly #file: string
  /** The index of which the copy is complete. */
  #copyOf: string | undefined
  #making: Promise<void> | undefined

  constructor(indexFile: string) {
    this.#indexFile = indexFile
    this.#file = `${indexFile}.spare`
    this.remove()
  }

  /** Begins a copy of the present index, unless there is one. */
  prepare(): void {
    if (this.#making || this.#isCurrent()) return
    this.#making = this.#make().finally(() => {
      this.#making = undefined
    })
  }

  /** Waits for a copy that is being made, which takes no longer than another one. */
  async wait(): Promise<void> {
    await this.#making
  }

  /** Gives the path of a copy of the index as it is now, which belongs to the caller from then on; `undefined` if there is none. */
  take(): string | undefined {
    const isCurrent = this.#isCurrent()
    this.#copyOf = undefined
    return isCurrent ? this.#file : undefined
  }

  remove(): void {
    this.#copyOf = undefined
    rmSync(this.#file, { force: true })
  }

  #isCurrent(): boolean {
    return this.#copyOf !== undefined && this.#copyOf === identityOf(this.#indexFile)
  }

  async #make(): Promise<void> {
    const before = identityOf(this.#indexFile)
    try {
      await copyFile(this.#indexFile, this.#file)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      // The change itself will copy the index, and tell what is wrong.
      this.remove()
      return
    }
    this.#copyOf = before
    // What is on the disk already need not be waited for at the swap.
    void syncFile(this.#file)
  }
}

/** The file may be in use as the index by now, or gone. */
async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+').catch(() => undefined)
  await handle?.sync().finally(() => handle.close())
}
