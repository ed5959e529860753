import { resolve } from 'node:path'
import { getPlaces } from '@/lib/env'
import { runExport } from '@/scripts/export/run-export'
import { requireZimWriter, writeZim } from '@/scripts/export/write-zim'
import { buildPages } from '@/scripts/setup/build-pages.mjs'
import { requireArticles } from '@/scripts/setup/require-articles.mjs'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { formatCount, step } from '@/scripts/shared/progress.mjs'
import { endingProcesses } from '@/scripts/shared/run-process.mjs'

const HELP = `npm run export -- --out DIR [options]

Writes the articles, update series, releases, error codes, missing articles and the atlas as plain pages, with a search, for any
static host and for opening from a disk.

  --out DIR         the folder of the copy: a new or empty one, or that of a former export
  --content DIR     the folder of articles; default content/ (environment: KB_CONTENT)
  --index FILE      their index (environment: KB_INDEX); only read to find a product
  --product NAME    only the articles about a product, by its name in addresses or some of its words, such as exchange,
                    and those that say what replaces them
  --closure N       with --product: also the articles that these cite, in at most N steps; default 0
  --zim             also pack the copy into DIR.zim, for Kiwix readers; needs zimwriterfs
  --base PATH       also write 404.html, for a host that serves the copy below this path, such as /kb/
  --help            show this help
`

await runCommand(() =>
  endingProcesses(async () => {
    const { values } = parseOptions(process.argv.slice(2), [
      'out',
      'content',
      'index',
      'product',
      'closure',
      'base',
      'zim',
      'help',
    ])
    if (values.help) return console.log(HELP)
    if (values.out === undefined)
      throw new CommandError('No folder to write to. Name one with --out, for example --out ../copy.')
    const { contentDir, indexFile } = getPlaces(process.env, values)
    await requireArticles(contentDir)
    if (values.zim) await requireZimWriter()
    await buildPages()
    const began = performance.now()
    const report = await runExport({
      contentDir,
      indexFile,
      out: resolve(values.out),
      product: parseProduct(values.product),
      steps: parseSteps(values.closure),
      base: parseBase(values.base),
    })
    if (values.zim) {
      const { siteName: title, language, articleCount } = report
      const description = `${title}: ${formatCount(articleCount, 'article')}`
      const file = `${resolve(values.out)}.zim`
      await step(`Packing ${file}`, () => writeZim(resolve(values.out ?? ''), file, { title, description, language }))
    }
    const { articleCount, pageCount, fileCount, bytes, deadLinks, deadSections } = report
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      `${formatCount(articleCount, 'article')}, ${formatCount(pageCount, 'page')}, ${formatCount(fileCount, 'file')}, ` +
        `${(bytes / 1e6).toFixed(1)} MB in ${seconds} s: ${resolve(values.out)}/index.html`,
    )
    if (deadLinks > 0)
      console.log(`${formatCount(deadLinks, 'address')} that the site does not have became plain words.`)
    if (deadSections.length > 0) {
      console.log(`${formatCount(deadSections.length, 'link')} to sections that their pages do not have, for example`)
      for (const link of deadSections.slice(0, 5)) console.log(`  ${link}`)
    }
  }),
)

function parseProduct(text: string | undefined): string | undefined {
  if (text === undefined || /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)) return text
  throw new CommandError(`Invalid product "${text}". Use its name in addresses, such as exchange-server-5-5.`)
}

function parseSteps(text = '0'): number {
  if (/^\d$/.test(text)) return Number(text)
  throw new CommandError(`Invalid --closure "${text}". Use a number from 0 to 9.`)
}

function parseBase(text: string | undefined): string | undefined {
  if (text === undefined || /^\/(?:[\w.~-]+\/)*$/.test(`${text.replace(/\/$/, '')}/`))
    return text && `${text.replace(/\/$/, '')}/`
  throw new CommandError(`Invalid --base "${text}". Use a path that begins with a slash, such as /kb/.`)
}
