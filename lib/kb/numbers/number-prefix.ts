declare global {
  // The framework bundles this module several times into one process, which serves one collection.
  var kbNumberPrefix: string | undefined
}

const DEFAULT_PREFIX = 'KB'

/** Gives what stands before the number of an article where readers see it: `KB`, or what `site.yaml` says, such as `EIP-`. */
export function numberPrefix(): string {
  return globalThis.kbNumberPrefix ?? DEFAULT_PREFIX
}

/** Sets the prefix of the collection that this process, thread or page is about. */
export function setNumberPrefix(prefix: string | undefined): void {
  globalThis.kbNumberPrefix = prefix
}

/** Gives the letters of the prefix, as they stand in front of `numbers`: `EIP`. */
export function numberLetters(): string {
  return numberPrefix().replace(/[ #-]$/, '')
}

/** Gives a pattern of the prefix as people type it, `EIP-`, `eip ` or `EIP`; `undefined` for KB, whose spellings are always known. */
export function ownPrefix(): string | undefined {
  return globalThis.kbNumberPrefix === undefined ? undefined : `${numberLetters()}[ #_-]{0,2}`
}
