// @ts-check
// Plain JavaScript, because server/ loads it without a compiler.

/** `theme.js` runs before the first paint, `site.js` after the page is there. */
export const ASSETS = /** @type {const} */ (['theme.js', 'site.js', 'site.css'])
/** @typedef {(typeof ASSETS)[number]} Asset */

/**
 * Gives the address of a script or a style sheet. One that names its version never changes.
 *
 * @param {Asset} name
 * @param {string} [version]
 */
export function assetPath(name, version) {
  return `/assets/${version ? name.replace('.', `-${version}.`) : name}`
}
