// @ts-check
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_ROOT } from './project-root.mjs'

/** @typedef {{ readonly isDevelopment: boolean, readonly plugins?: import('esbuild').Plugin[] }} Mode */
/** @typedef {{ readonly name: string, readonly text: string }} BuiltAsset */

const SCRIPTS = [
  { in: 'browser/theme.ts', out: 'theme' },
  { in: 'browser/main.ts', out: 'site' },
]
/** The scripts of a copy of the site, which has no server to ask. */
const COPY_SCRIPTS = [
  { in: 'browser/theme.ts', out: 'theme' },
  { in: 'browser/export/main.ts', out: 'site' },
  { in: 'browser/export/search-page.tsx', out: 'search' },
]
/**
 * The key of a name is made of its SHA-256, which browsers give asynchronously only: in a copy a name is searched as words.
 *
 * @type {import('esbuild').Plugin}
 */
const WITHOUT_NAMES = {
  name: 'without-names',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/article-name$/ }, () => ({ path: join(PROJECT_ROOT, 'browser/export/article-name.ts') })),
}
const STYLES = join(PROJECT_ROOT, 'app', 'globals.css')

/**
 * Makes what every page loads: the scripts of browser/, and the style sheet with the classes that the sources use.
 *
 * @param {Mode} mode
 * @returns {Promise<readonly BuiltAsset[]>}
 */
export async function bundleAssets(mode) {
  return [...(await bundleScripts(SCRIPTS, mode)), { name: 'site.css', text: await bundleStyles(mode) }]
}

/** Bundles the scripts of a copy of the site. */
export function bundleCopy() {
  return bundleScripts(COPY_SCRIPTS, { isDevelopment: false, plugins: [WITHOUT_NAMES] })
}

/**
 * Components of the server that browser/ uses make elements of the page there, by browser/jsx-runtime.ts instead of React.
 *
 * @param {{ in: string, out: string }[]} entryPoints
 * @param {Mode} mode
 * @returns {Promise<readonly BuiltAsset[]>}
 */
async function bundleScripts(entryPoints, { isDevelopment, plugins }) {
  // Nothing that only serves loads the bundler.
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints,
    plugins,
    outdir: '.',
    write: false,
    bundle: true,
    minify: !isDevelopment,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    alias: { 'react/jsx-runtime': './browser/jsx-runtime.ts' },
    define: { 'process.env.NODE_ENV': JSON.stringify(isDevelopment ? 'development' : 'production') },
    logLevel: 'silent',
  })
  return outputFiles.map(({ path, text }) => ({ name: path.slice(PROJECT_ROOT.length).replace(/^[\\/]/, ''), text }))
}

/** @param {Mode} mode */
async function bundleStyles({ isDevelopment }) {
  const { default: postcss } = await import('postcss')
  const { default: tailwind } = await import('@tailwindcss/postcss')
  const compiler = postcss([tailwind({ base: PROJECT_ROOT, optimize: !isDevelopment })])
  return (await compiler.process(await readFile(STYLES, 'utf8'), { from: STYLES })).css
}
