/** What runs in a process or a thread of its own. */
export const PROGRAMS = [
  'scripts/package/kb-viewer.mjs',
  'scripts/commands/build-index.ts',
  'scripts/commands/watch-content.ts',
  'server/main.mjs',
  'server/pages/renderer.mjs',
  'scripts/package/start-thread.mjs',
  'scripts/import/convert-batch.ts',
  'scripts/index/read-file.ts',
]

/** Gives the file name of the bundle of a script: `scripts/commands/import.ts` -> `scripts-commands-import.mjs`. @param {string} path */
export function programName(path) {
  return `${path.replace(/\.\w+$/, '').replaceAll('/', '-')}.mjs`
}
