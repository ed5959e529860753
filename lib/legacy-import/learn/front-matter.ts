import type { WrittenFrontMatter } from '@/lib/legacy-import/shared/legacy-record'
import { metadataOf } from './docfx'
import { type Fields, textOf } from './fields'
import { kindOfArticle } from './kind'
import { publishedUrl } from './links'
import { splitProducts } from './products'
import type { LearnArticle, LearnTree } from './tree'

/** What the front matter of an article is made of. */
export interface ArticleParts {
  readonly path: string
  readonly fields: Fields
  /** The product line, or an empty text. */
  readonly products: string
  readonly title: string
  readonly headings: readonly string[]
  readonly article: LearnArticle | undefined
}

const MAX_SHORT_TITLE = 60
const MAX_TEXT = 2000
const MAX_WORDS = 20_000

/** Writes the front matter of the dialect in our fields. Persons, authors and settings of the site stay out. */
export function toFrontMatter(
  { path, fields, products, title, headings, article }: ArticleParts,
  tree: LearnTree,
): WrittenFrontMatter {
  const below = path.startsWith(tree.docset) ? path.slice(tree.docset.length) : path
  const field = (name: string) => textOf(fields, name) || (metadataOf(tree.metadata, name, below) ?? '')
  const stated = fields.get('appliesto') ?? []
  const group = field('titlesuffix') || (metadataOf(tree.metadata, 'titleSuffix', below) ?? '')
  const listed = products !== '' ? splitProducts(products) : stated.flatMap(splitProducts)
  const longTitle = textOf(fields, 'title')
  const isShort = longTitle !== title && longTitle !== '' && longTitle.length <= MAX_SHORT_TITLE
  const keywords = [
    ...splitCustom(fields),
    ...listOf(fields, 'ms.technology'),
    ...listOf(fields, 'ms.subservice'),
    ...listOf(fields, 'keywords'),
  ]
  const words = [
    textOf(fields, 'description'),
    longTitle !== title && !isShort ? longTitle : '',
    textOf(fields, 'ms.search.form'),
  ]
  const query = words
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, MAX_WORDS)
  const { repository, licence, captured } = tree
  const aliases = [...(article?.aliases ?? []), ...(article?.formerNames ?? [])]
  return {
    ...(article?.number === undefined ? { name: article?.name } : { number: article.number }),
    title: title.slice(0, MAX_TEXT),
    ...(isShort && { shortTitle: longTitle }),
    kind: kindOfArticle({ path, title, topic: textOf(fields, 'ms.topic'), headings }),
    products: (listed.length > 0 ? listed : group !== '' ? [group] : []).map((product) => product.slice(0, MAX_TEXT)),
    ...(group !== '' && { productGroup: group }),
    reviewed: parseUsDate(textOf(fields, 'ms.date')),
    ...(aliases.length > 0 && { aliases }),
    keywords: [...new Set(keywords)].map((keyword) => keyword.slice(0, MAX_TEXT)),
    ...(query !== '' && { queryWords: query }),
    source: {
      url: publishedUrl(path, tree),
      ...(repository !== undefined && { repository }),
      ...(licence !== undefined && { licence }),
      ...(captured !== undefined && { captured }),
    },
  }
}

/** `04/11/2022` and `4/1/2022`: the month comes first. Anything else is no date. */
export function parseUsDate(text: string): string | undefined {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(date)
  return year !== '' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined
}

/** A comma in `sap:Installation, Patching and Upgrade, csstroubleshoot` parts two entries only before a known one. */
const NEXT_ENTRY = /,\s*(?=(?:csstroubleshoot|devx-|sap:|ci\s?\d|has-|kb\d|linux-related|ikb\w*|azure-|\w+-\w+$))/i

/** The topics of `ms.custom`; its other entries are about the making of the site. */
function splitCustom(fields: Fields): string[] {
  return [...(fields.get('ms.custom') ?? []), ...(fields.get('ms.custom:sap') ?? []).map((topic) => `sap:${topic}`)]
    .flatMap((entry) => entry.split(NEXT_ENTRY))
    .flatMap((entry) => (/^sap:/i.test(entry.trim()) ? entry.trim().slice(4).split('\\') : []))
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '')
}

function listOf(fields: Fields, name: string): string[] {
  return (fields.get(name) ?? [])
    .flatMap((value) => value.split(/[,;]/))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
