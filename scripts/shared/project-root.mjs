import { fileURLToPath } from 'node:url'

/** The folder of the project, whatever folder a command was called from. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url))
