// @ts-check
// Plain JavaScript, because server/ loads it without a compiler.

/** `theme` runs before the first paint, `site` after the page is there. */
export const SCRIPT_NAMES = /** @type {const} */ (['theme', 'site'])

/**
 * Gives the address of a script. One that names its version never changes.
 *
 * @param {(typeof SCRIPT_NAMES)[number]} name
 * @param {string} [version]
 */
export function scriptPath(name, version) {
  return `/assets/${name}${version ? `-${version}` : ''}.js`
}
