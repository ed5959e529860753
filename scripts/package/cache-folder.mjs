import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Gives where programs of this person keep what they can make anew: `~/.cache/kb-viewer`, or what the system has for it.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {NodeJS.Platform} platform
 */
export function cacheFolder(env, platform) {
  if (env.XDG_CACHE_HOME) return resolve(env.XDG_CACHE_HOME, 'kb-viewer')
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'kb-viewer', 'Cache')
  return join(homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache', 'kb-viewer')
}
