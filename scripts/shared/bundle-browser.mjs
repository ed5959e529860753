// @ts-check
import { join } from 'node:path'
import { SCRIPT_NAMES } from '../../lib/http/script-path.mjs'
import { PROJECT_ROOT } from './project-root.mjs'

const ENTRIES = { theme: 'theme.ts', site: 'main.ts' }

/**
 * Bundles browser/ and gives the text of each script. Components of the server that it uses make elements of the page there, by
 * browser/jsx-runtime.ts instead of React.
 *
 * @param {{ readonly isDevelopment: boolean }} mode
 */
export async function bundleBrowser({ isDevelopment }) {
  // Nothing that only serves loads the bundler.
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: SCRIPT_NAMES.map((name) => ({ in: join('browser', ENTRIES[name]), out: name })),
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
