import { RECEIVER, SEARCH_FOLDER } from '@/lib/export/search/search-files'

declare global {
  interface Window {
    [RECEIVER]?: (name: string, data: unknown) => void
  }
}

const loaded = new Map<string, unknown>()

/** Loads files of the search as scripts, since a page that is opened as a file may not fetch others. */
export async function loadFiles(names: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  window[RECEIVER] = (name, data) => loaded.set(name, data)
  await Promise.all(names.map(loadFile))
  return loaded
}

function loadFile(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `${SEARCH_FOLDER}/${name}.js`
    script.onload = () => (loaded.has(name) ? resolve() : reject(new Error(`${script.src} is damaged.`)))
    script.onerror = () => reject(new Error(`${script.src} could not be loaded.`))
    document.head.append(script)
  })
}
