import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { listArticleFiles } from '@/lib/content/list-article-files'
import { decodeContent, FRONT_MATTER, parseArticle } from '@/lib/content/read-article'
import { ArticleError, type Problem } from '@/lib/kb/articles/errors'
import { decodeAddress } from '@/lib/kb/numbers/decode-address'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { formerHeadingId } from '@/lib/kb/numbers/slug'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listProblemsOf } from '@/lib/kb-index/read/indexed-files'
import { listOtherTitles } from '@/lib/kb-index/read/lists/cited-titles'
import { getCanonicalNumber, getLocation } from '@/lib/kb-index/read/relations'
import { getSite } from '@/lib/kb-index/read/site/get-site'
import { renderArticle } from '@/lib/markdown/render-article'
import { checkBody, type WrittenLink } from './check-body'
import { checkFrontMatter } from './check-front-matter'
import { compareFaults, type Fault } from './fault'

/** Endings that editors give to Markdown, which the viewer does not read. */
const OTHER_ENDING = /\.(?:markdown|mdown|mkdn?|mdx|mdwn|md\.txt)$/i

interface Collection {
  readonly contentDir: string
  readonly index: IndexDatabase
  /** What the index found when it compared the articles with each other. */
  readonly problems: readonly Problem[]
}

/** Lists all faults of all files, in the order of the files. */
export async function checkCollection({ contentDir, index, problems }: Collection): Promise<Fault[]> {
  const files = await listArticleFiles(contentDir)
  const headings = new HeadingReader(contentDir, index)
  const faults = files.flatMap(({ path }) => checkFile(contentDir, path, { index, headings }))
  const compared = listCompared(faults, problems)
  return [...faults, ...compared, ...checkTitles(index), ...checkEndings(contentDir)].sort(compareFaults)
}

/** Lists the faults of the file that an article is served from, as `checkCollection` does. */
export function checkArticle(contentDir: string, index: IndexDatabase, number: KbNumber): Fault[] {
  const path = getLocation(index, number)?.path
  if (path === undefined || !existsSync(join(contentDir, path))) return []
  const faults = checkFile(contentDir, path, { index, headings: new HeadingReader(contentDir, index) })
  const compared = listCompared(faults, listProblemsOf(index, number))
  return [...faults, ...compared, ...checkTitles(index, number)].sort(compareFaults)
}

/** The index knows of a broken front matter as well, but not of everything that is wrong with it. */
function listCompared(faults: readonly Fault[], problems: readonly Problem[]): Fault[] {
  const own = new Set(faults.filter(({ rule }) => rule === 'front-matter').map(({ file }) => file))
  return problems.filter((problem) => problem.isNote !== true && !own.has(problem.file)).map(problemToFault)
}

function checkFile(
  contentDir: string,
  file: string,
  followed: { readonly index: IndexDatabase; readonly headings: HeadingReader },
): Fault[] {
  let text: string
  try {
    text = decodeContent(readFileSync(join(contentDir, file)), file)
  } catch (error) {
    if (error instanceof ArticleError) return [articleErrorToFault(error)]
    throw error
  }
  const rules = getSite(followed.index).frontMatter
  const block = FRONT_MATTER.exec(text)
  if (!block && (!rules || text.startsWith('---'))) {
    const message =
      'No front matter found, or it is not closed. Start the file with a line "---", the fields number and title, and another line "---".'
    return [{ file, line: 1, column: 1, rule: 'front-matter', level: 'error', message }]
  }
  const [before = '', yaml = ''] = block ?? []
  const body = text.slice(before.length)
  const { faults, links } = checkBody(file, body, before.split('\n').length)
  const dead = links.flatMap((link) => followLink(contentDir, file, link, followed) ?? [])
  return [...checkFrontMatter(file, yaml, rules && { rules, body }), ...faults, ...dead]
}

function followLink(
  contentDir: string,
  file: string,
  { line, column, url, target, fragment, path }: WrittenLink,
  { index, headings }: { readonly index: IndexDatabase; readonly headings: HeadingReader },
): Fault | undefined {
  const place = { file, line, column }
  if (path !== undefined) {
    const named = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), decodeAddress(path))
    if (!named.startsWith('..') && existsSync(join(contentDir, named))) return undefined
    return {
      ...place,
      rule: 'missing-file',
      level: 'error',
      message: `"${url}" is not a file of the collection. Correct the path, or add the file.`,
    }
  }
  const number = target === undefined ? undefined : getCanonicalNumber(index, target)
  if (target !== undefined && number === undefined) {
    const message = `${formatKbNumber(target)} is not in the collection. Correct the number, or add the article.`
    return { ...place, rule: 'dead-link', level: 'warning', message }
  }
  if (fragment === undefined) return undefined
  const known = number === undefined ? headings.ofFile(file) : headings.ofArticle(number)
  if (known === undefined || known.some(({ id, former }) => id === fragment || former === fragment)) return undefined
  const ids = known.slice(0, 5).map(({ id }) => `#${id}`)
  const advice =
    ids.length > 0 ? `Its headings are ${ids.join(', ')}${known.length > 5 ? ', ...' : ''}.` : 'It has no headings.'
  return {
    ...place,
    rule: 'dead-heading',
    level: 'error',
    message: `No heading has the id "${fragment}" there. ${advice}`,
  }
}

/** A heading that a link may lead to: by its id, or by the one that it had before. */
interface LinkedHeading {
  readonly id: string
  readonly former: string
}

/** Reads the headings of articles, each article once. */
class HeadingReader {
  readonly #known = new Map<string, readonly LinkedHeading[] | undefined>()
  readonly #contentDir: string
  readonly #index: IndexDatabase

  constructor(contentDir: string, index: IndexDatabase) {
    this.#contentDir = contentDir
    this.#index = index
  }

  ofArticle(number: KbNumber): readonly LinkedHeading[] | undefined {
    const path = getLocation(this.#index, number)?.path
    return path === undefined ? undefined : this.ofFile(path)
  }

  /** Gives `undefined` for a file that is no sound article: it has other faults. */
  ofFile(path: string): readonly LinkedHeading[] | undefined {
    if (!this.#known.has(path)) this.#known.set(path, this.#read(path))
    return this.#known.get(path)
  }

  #read(path: string): readonly LinkedHeading[] | undefined {
    try {
      const { body } = parseArticle(
        decodeContent(readFileSync(join(this.#contentDir, path)), path),
        path,
        getSite(this.#index).frontMatter,
      )
      const { headings } = renderArticle(body, { resolve: () => undefined })
      return headings.map(({ id, text }) => ({ id, former: formerHeadingId(text) }))
    } catch (error) {
      if (error instanceof ArticleError) return undefined
      throw error
    }
  }
}

function checkTitles(index: IndexDatabase, number?: KbNumber): Fault[] {
  return listOtherTitles(index, number).map(({ path, title, citedTitle, count }) => ({
    file: path,
    line: 1,
    column: 1,
    rule: 'cited-title',
    level: 'warning',
    message: `${count} articles cite this one as "${citedTitle}", and its title is "${title}". Correct the one that is wrong.`,
  }))
}

function checkEndings(contentDir: string): Fault[] {
  return readdirSync(contentDir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => OTHER_ENDING.test(path) && !/(?:^|\/)\./.test(path))
    .map((file) => ({
      file,
      line: 1,
      column: 1,
      rule: 'other-ending',
      level: 'warning',
      message: 'Only files that end in .md are read. Rename the file, or move it out of the content folder.',
    }))
}

function problemToFault({ file, line, message }: Problem): Fault {
  return { file, line, column: 1, rule: 'collection', level: 'error', message }
}

function articleErrorToFault({ message, place }: ArticleError): Fault {
  return { file: place.file, line: place.line, column: 1, rule: 'front-matter', level: 'error', message }
}
