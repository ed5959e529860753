import { readFileSync, writeFileSync } from 'node:fs'
import { getPlaces } from '@/lib/env'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { getCanonicalNumber } from '@/lib/kb-index/read/relations'
import { articleUrl } from '@/lib/urls'
import { lineDiff } from '@/scripts/content/line-diff'
import { relinkMarkdown } from '@/scripts/content/relink-markdown'
import { updateIndex } from '@/scripts/index/update-index'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'

const HELP = `Points the dead KB links of Markdown files to this viewer, where it has the article.

  npm run content:relink -- FILE... [options]

  --origin URL    the address of the viewer, such as https://kb.example; default KB_ORIGIN, or else paths alone
  --content DIR   the articles of the viewer; default KB_CONTENT or content/
  --dry-run       show what would change, and change nothing
  --help          show this help

Links to articles that the viewer lacks, and to replaced ones, keep their number: a reader sees what became of it there.
`

await runCommand(async () => {
  const options = parseOptions(process.argv.slice(2), ['origin', 'content', 'dry-run', 'help'], {
    allowPositionals: true,
  })
  const { values, positionals: files } = options
  if (values.help) return console.log(HELP)
  if (files.length === 0) throw new CommandError('No file to relink. Specify at least one Markdown file.')
  const origin = parseOrigin(values.origin ?? process.env.KB_ORIGIN)
  const places = getPlaces(process.env, values)
  await updateIndex(places)
  const index = openIndex(places.indexFile)
  let count = 0
  for (const file of files) count += relinkFile(file, { index, origin, isDryRun: values['dry-run'] === true })
  closeDatabase(index)
  const links = count === 1 ? '1 link' : `${count} links`
  console.log(values['dry-run'] ? `${links} would change.` : `${links} changed.`)
})

/** Gives the number of links that change. */
function relinkFile(
  file: string,
  { index, origin, isDryRun }: { index: IndexDatabase; origin: string; isDryRun: boolean },
): number {
  const before = readText(file)
  const { text, count } = relinkMarkdown(before, (number) => {
    const known = getCanonicalNumber(index, number)
    return known === undefined ? undefined : origin + articleUrl(known)
  })
  if (count === 0) return 0
  if (isDryRun) console.log(lineDiff(file, before, text))
  else writeFileSync(file, text)
  return count
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(`"${file}" is not UTF-8 text. Save it as UTF-8.`)
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) {
      throw new CommandError(`"${file}" is not a file. Specify Markdown files.`)
    }
    throw error
  }
}

function parseOrigin(text: string | undefined): string {
  if (text === undefined || text === '') return ''
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.origin
  throw new CommandError(`"${text}" is not the address of a site. Write for example --origin https://kb.example.`)
}
