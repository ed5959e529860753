import { fileURLToPath } from 'node:url'

/** The project folder, wherever a command was started. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Where the build puts the scripts and the style sheet of the pages. */
export const ASSETS_FOLDER = fileURLToPath(new URL('../../.next/browser/', import.meta.url))
