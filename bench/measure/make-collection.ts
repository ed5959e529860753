import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeArticle } from '@/lib/content/write-article'
import { seededRandom } from '@/tests/support/random'
import type { Archive } from './archive'
import { pickEvenly } from './pick-evenly'

interface Made {
  readonly outDir: string
  readonly count: number
  readonly seed: number
}

/** How many paragraphs of an article come from others, so that generations differ as articles of one subject do. */
const FOREIGN_SHARE = 0.5
/** Numbers of made articles begin here. */
const FIRST_NUMBER = 100_000
const ARTICLES_PER_FOLDER = 1000
/** An archive brings new words with every article, names of files above all. This many are made up for each. */
const NEW_WORDS = 2

interface Source {
  readonly number: string
  readonly frontMatter: string
  readonly paragraphs: readonly string[]
}

/** Writes a collection of `count` articles, and gives its size in bytes. */
export async function makeCollection({ contentDir, files }: Archive, { outDir, count, seed }: Made): Promise<number> {
  const random = seededRandom(seed)
  const any = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const sources = pickEvenly(files, Math.min(count, files.length)).flatMap(({ path }) => {
    return parseSource(readFileSync(join(contentDir, path), 'utf8')) ?? []
  })
  const placeOf = new Map(sources.map(({ number }, place) => [number, place]))
  const titleWords = sources.flatMap(({ frontMatter }) => titleOf(frontMatter).split(' ').slice(0, 3))
  let bytes = 0
  for (let made = 0; made < count; made++) {
    const source = sources[made % sources.length]
    if (!source) throw new Error('There is no article with a number to make others of.')
    const first = FIRST_NUMBER + made - (made % sources.length)
    const toOwnGeneration = (text: string) =>
      text.replace(/\b\d{5,7}\b/g, (number) => {
        const place = placeOf.get(number)
        return place === undefined ? number : String(first + place)
      })
    const title = `${titleOf(source.frontMatter)} ${any(titleWords)} ${any(titleWords)}`
    const frontMatter = toOwnGeneration(source.frontMatter)
      .replace(/^title:.*(?:\n {2}.*)*$/m, () => `title: ${JSON.stringify(title)}`)
      // An alias outside of the archive would be that of every generation.
      .replace(/^aliases:.*(?:\n {2}.*)*\n?/m, '')
    const paragraphs = source.paragraphs.map((own) => {
      const foreign = any(sources)?.paragraphs
      return isPlain(own) && random() < FOREIGN_SHARE ? (any(foreign?.filter(isPlain) ?? []) ?? own) : own
    })
    const words = Array.from({ length: NEW_WORDS }, () => `${random().toString(36).slice(2, 9)}.dll`)
    const text = `---\n${frontMatter}\n---\n\n${toOwnGeneration(paragraphs.join('\n\n'))}\n\nFiles: ${words.join(', ')}.\n`
    const folder = String(Math.floor(made / ARTICLES_PER_FOLDER)).padStart(4, '0')
    if (made % ARTICLES_PER_FOLDER === 0) mkdirSync(join(outDir, folder), { recursive: true })
    writeArticle(join(outDir, folder, `${FIRST_NUMBER + made}.md`), text)
    bytes += Buffer.byteLength(text)
  }
  return bytes
}

function parseSource(text: string): Source | undefined {
  const [, frontMatter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  const number = /^number: (\d+)$/m.exec(frontMatter ?? '')?.[1]
  if (frontMatter === undefined || body === undefined || number === undefined) return undefined
  return { number, frontMatter, paragraphs: body.trim().split(/\n{2,}/) }
}

function titleOf(frontMatter: string): string {
  const written = /^title: (.*)$/m.exec(frontMatter)?.[1] ?? ''
  return /^[>|'"]/.test(written) ? written.replace(/^[>|'"]-?|["']$/g, '').trim() || 'Article' : written
}

/** A paragraph of prose, which can stand in any article: no heading, list, table or code. */
function isPlain(paragraph: string): boolean {
  return /^\p{L}/u.test(paragraph) && !paragraph.includes('```')
}
