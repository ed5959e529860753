// @ts-check

/**
 * Builds what names the route of a path without anything that a reader typed: `/kb/[number]`. What is no route has one name, so
 * that neither the log nor the metrics grow with what strangers ask for.
 *
 * @param {{
 *   readonly staticRoutes: readonly { readonly page: string }[],
 *   readonly dynamicRoutes: readonly { readonly page: string, readonly regex: string }[]
 * }} manifest what the build wrote about its routes
 */
export function createRouteNames({ staticRoutes, dynamicRoutes }) {
  const fixed = new Set(['/healthz', ...staticRoutes.map(({ page }) => page)])
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }))
  return (/** @type {string} */ path) => {
    if (path.startsWith('/_next/static/')) return '/_next/static'
    if (fixed.has(path)) return path
    return patterns.find(({ pattern }) => pattern.test(path))?.page ?? '(other)'
  }
}
