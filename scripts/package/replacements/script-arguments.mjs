import { fileURLToPath } from 'node:url'
import { programName } from '../programs.mjs'

/** Gives the bundle of a script, which stands beside this one. @param {string} path */
export function scriptArguments(path) {
  return [fileURLToPath(new URL(programName(path), import.meta.url))]
}
