import { copyFile, mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'esbuild'
import { PROJECT_ROOT } from '../shared/project-root.mjs'
import { PROGRAMS, programName } from './programs.mjs'

/** What the package does in another way than a clone. */
const REPLACEMENTS = new Map(
  [
    ['scripts/shared/script-arguments.mjs', 'script-arguments.mjs'],
    ['scripts/shared/bundle-assets.mjs', 'bundle-assets.mjs'],
    ['scripts/shared/bundle-thread.ts', 'bundle-thread.mjs'],
    ['scripts/setup/install-dependencies.mjs', 'ready.mjs'],
    ['scripts/setup/build-pages.mjs', 'ready.mjs'],
  ].map(([module, replacement]) => [
    join(PROJECT_ROOT, module),
    join(import.meta.dirname, 'replacements', replacement),
  ]),
)
/** How messages and manuals name commands. */
const COMMANDS = new Map([
  ['npm run content:check', 'kb-viewer check'],
  ['npm run content:import', 'kb-viewer import'],
  ['npm run export', 'kb-viewer export'],
  ['npm run index:build', 'kb-viewer index'],
  ['npm start', 'kb-viewer serve'],
])
const COMMAND = new RegExp(`(${[...COMMANDS.keys()].join('|')})(?: --(?= ))?`, 'g')
const FILE_BESIDE = /new URL\('(\.{1,2}\/[^']*)', import\.meta\.url\)/g

/**
 * Bundles the programs of the package into `dist/program/`, with all that they need but the packages in `external`.
 *
 * @param {string} dist
 * @param {readonly string[]} external
 */
export async function bundlePrograms(dist, external) {
  await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: PROGRAMS.map((path) => ({ in: path, out: programName(path).replace(/\.mjs$/, '') })),
    outdir: join(dist, 'program'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.15',
    charset: 'utf8',
    external: [...external],
    // Packages in the older format ask for modules of Node with `require`.
    banner: {
      js: `import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);`,
    },
    plugins: [forPackage(dist)],
    logLevel: 'silent',
  })
}

/**
 * Puts the replacements in their places, names commands as the package does, and finds what a module has beside it: a program by
 * the name of its bundle, any other file by its path below `dist`, where it is copied to.
 *
 * @param {string} dist
 * @returns {import('esbuild').Plugin}
 */
function forPackage(dist) {
  return {
    name: 'for-package',
    setup({ onLoad }) {
      onLoad({ filter: /\.(?:mjs|tsx?)$/ }, async ({ path }) => {
        if (path.includes('/node_modules/')) return undefined
        const source = REPLACEMENTS.get(path) ?? path
        const text = await readFile(source, 'utf8')
        const places = new Map()
        for (const [, name = ''] of text.matchAll(FILE_BESIDE)) {
          places.set(name, await placeOf(resolve(dirname(source), name), dist))
        }
        return {
          contents: text
            .replace(FILE_BESIDE, (_, name) => `new URL('${places.get(name)}', import.meta.url)`)
            .replace(COMMAND, (_, command) => COMMANDS.get(command) ?? command),
          resolveDir: dirname(source),
          loader: path.endsWith('.mjs') ? 'js' : path.endsWith('.tsx') ? 'tsx' : 'ts',
        }
      })
    },
  }
}

/**
 * Gives the address of a file or folder of the project as a program of the package has it.
 *
 * @param {string} path
 * @param {string} dist
 */
async function placeOf(path, dist) {
  const name = relative(PROJECT_ROOT, path).replaceAll('\\', '/')
  if (PROGRAMS.includes(name)) return `./${programName(name)}`
  const entry = await stat(path).catch(() => undefined)
  if (entry?.isFile()) {
    await mkdir(dirname(join(dist, name)), { recursive: true })
    await copyFile(path, join(dist, name))
    return `../${name}`
  }
  return name === '' ? '../' : `../${name}/`
}
