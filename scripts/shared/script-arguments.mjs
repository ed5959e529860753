/**
 * Gives the arguments with which Node runs a script of the project: `scripts/commands/build-index.ts`. In the package its bundle
 * runs, see scripts/package/replacements.
 *
 * @param {string} path
 */
export function scriptArguments(path) {
  return path.endsWith('.ts') ? ['--import', 'tsx', path] : [path]
}
