import { readArticle } from '@/lib/content/read-article'
import type { Archive } from './archive'
import type { JudgedQuery } from './judged-queries'
import { pickEvenly } from './pick-evenly'

/** Nobody types on when the right suggestion has long been at the top. */
const MAX_TYPED = 40
const TITLES = 30
const QUERIES = 20
const SPELLINGS: readonly ((number: number) => string)[] = [
  (number) => `${number}`,
  (number) => `KB${number}`,
  (number) => `Q${number}`,
  (number) => `kb ${number}`,
  (number) => `${number}`,
]

/** Lists the contents of the search box while titles, queries and numbers are typed, the same in every run. */
export async function listTypedTexts(
  { contentDir, files }: Archive,
  queries: readonly JudgedQuery[],
): Promise<string[]> {
  const picked = pickEvenly(files, TITLES).map(async ({ path }) => (await readArticle(contentDir, path)).frontMatter)
  const articles = await Promise.all(picked)
  const numbers = pickEvenly(articles, 2 * SPELLINGS.length).map(
    ({ number }, at) => SPELLINGS[at % SPELLINGS.length]?.(number) ?? '',
  )
  return listTypedPrefixes([
    ...articles.map(({ title }) => title),
    ...pickEvenly(queries, QUERIES).map(({ q }) => q),
    ...numbers,
  ])
}

/** Lists the contents of the search box after each key. */
export function listTypedPrefixes(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const typed = [...text].slice(0, MAX_TYPED)
    return typed.map((_, at) => typed.slice(0, at + 1).join(''))
  })
}
