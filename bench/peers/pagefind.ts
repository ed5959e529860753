import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MeasuredRun, runMeasured } from '@/bench/measure/measured-process'
import { TOOLS_DIR } from './tools-folder'

const BUILD_SECONDS = 600
const PAGE = 'pagefind.html'

export function hasPagefind(): boolean {
  return existsSync(join(TOOLS_DIR, 'node_modules', 'pagefind', 'package.json'))
}

/** Indexes the articles of a copy of the site into `folder`, beside a page that shows what is found. */
export function buildPagefind(copy: string, folder: string): Promise<MeasuredRun> {
  writeFileSync(join(folder, PAGE), RESULTS_PAGE)
  const program = join(TOOLS_DIR, 'node_modules', 'pagefind', 'lib', 'runner', 'bin.cjs')
  const args = [program, '--site', copy, '--glob', 'kb/*.html', '--root-selector', 'main', '--quiet']
  args.push('--output-path', join(folder, 'pagefind'))
  return runMeasured(process.execPath, args, { timeoutSeconds: BUILD_SECONDS })
}

/** The page that searches with Pagefind, and shows ten titles. */
export function pagefindPath(text: string): string {
  return `/${PAGE}?${new URLSearchParams({ q: text })}`
}

const RESULTS_PAGE = `<!doctype html><meta charset="utf-8"><title>Pagefind</title><main></main><script type="module">
const pagefind = await import('./pagefind/pagefind.js')
const { results } = await pagefind.search(new URLSearchParams(location.search).get('q'))
const found = await Promise.all(results.slice(0, 10).map((result) => result.data()))
const list = document.createElement('ol')
for (const { url, meta } of found) {
  const [item, heading, link] = ['li', 'h2', 'a'].map((name) => document.createElement(name))
  link.href = url
  link.textContent = meta.title
  heading.append(link)
  item.append(heading)
  list.append(item)
}
if (found.length === 0) document.querySelector('main').dataset.noResults = ''
document.querySelector('main').append(list, document.createElement('ul'))
document.querySelector('main ul').innerHTML = '<li>.'
</script>
`
