// @ts-check
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_ROOT } from './project-root.mjs'

/** @typedef {{ readonly isDevelopment: boolean }} Mode */
/** @typedef {{ readonly name: string, readonly text: string }} BuiltAsset */

const SCRIPTS = [
  { in: 'browser/theme.ts', out: 'theme' },
  { in: 'browser/main.ts', out: 'site' },
]
const STYLES = join(PROJECT_ROOT, 'app', 'globals.css')

/**
 * Makes what every page loads: the scripts of browser/, and the style sheet with the classes that the sources use.
 *
 * @param {Mode} mode
 * @returns {Promise<readonly BuiltAsset[]>}
 */
export async function bundleAssets(mode) {
  return [...(await bundleScripts(mode)), { name: 'site.css', text: await bundleStyles(mode) }]
}

/**
 * Components of the server that browser/ uses make elements of the page there, by browser/jsx-runtime.ts instead of React.
 *
 * @param {Mode} mode
 * @returns {Promise<readonly BuiltAsset[]>}
 */
async function bundleScripts({ isDevelopment }) {
  // Nothing that only serves loads the bundler.
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: SCRIPTS,
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
