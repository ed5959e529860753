const ASK_MS = 1000

/** For authors: reloads the page when the index has changed. */
export function reloadOnChange(): void {
  let shown: unknown
  setInterval(async () => {
    const current = await readIndexVersion()
    if (current !== undefined && shown !== undefined && current !== shown) location.reload()
    shown = current ?? shown
  }, ASK_MS)
}

/** Gives `undefined` while the server does not answer, such as during a restart. */
async function readIndexVersion(): Promise<unknown> {
  try {
    const response = await fetch('/readyz')
    const health: unknown = await response.json()
    return typeof health === 'object' && health !== null && 'indexVersion' in health ? health.indexVersion : undefined
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return undefined
    throw error
  }
}
