import { getScriptsVersion } from '@/lib/env'
import { scriptPath } from './script-path.mjs'

/** Gives the addresses of the scripts of every page. */
export function pageScripts(version = getScriptsVersion()): { readonly theme: string; readonly site: string } {
  return { theme: scriptPath('theme', version), site: scriptPath('site', version) }
}
