import { z } from 'zod'
import { MAX_LIST_LIMIT } from '@/lib/http/list-parameters'
import { ARTICLE_KINDS } from '@/lib/kb/articles/article-kinds'
import { STATE_FILTERS } from '@/lib/kb/search/search-filters'
import { article, articleList, preview, relations } from './article-schemas'
import { resolvedLinks, verdict } from './check-schemas'
import { search, signature, signatureKind, signatureList, suggestions } from './search-schemas'
import { comparison, line, lineList, release, releaseList, wanted } from './update-schemas'

/** A parameter in the path or the query of a route, with a value that the shipped collection answers. */
export interface ApiParameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly description: string
  readonly schema: z.ZodType
  readonly example?: string | number
  readonly isRequired?: boolean
}

/** One address of the API and what it answers. */
export interface ApiRoute {
  readonly id: string
  readonly method: 'get' | 'post'
  /** Below /api/v1, with names of parameters in braces. */
  readonly path: string
  readonly summary: string
  readonly parameters: readonly ApiParameter[]
  readonly answer: z.ZodType
  /** The statuses of errors that a request can cause. */
  readonly errors: readonly (400 | 404 | 405 | 406 | 413)[]
  /** An answer in Markdown is offered as well. */
  readonly hasMarkdown?: boolean
  /** For a post: a text that is answered. */
  readonly body?: string
}

const text = z.string()
const page = z.int().min(1)
const number: ApiParameter = {
  name: 'number',
  in: 'path',
  description: 'A KB number in any spelling, or the short form of the key of an article without one.',
  schema: text,
  example: '940006',
}
const pageParameter: ApiParameter = { name: 'page', in: 'query', description: 'Counted from 1.', schema: page }
const slug = (description: string, example: string): ApiParameter => ({
  name: 'slug',
  in: 'path',
  description,
  schema: text,
  example,
})
const query = (
  name: string,
  description: string,
  schema: z.ZodType = text,
  rest: Partial<ApiParameter> = {},
): ApiParameter => ({ name, in: 'query', description, schema, ...rest })
const product = query('product', "The last part of a product's URL.")

/** Every address below /api/v1, from which the OpenAPI document is made. */
export const API_ROUTES: readonly ApiRoute[] = [
  {
    id: 'listArticles',
    method: 'get',
    path: '/articles',
    summary: 'Articles in number order, from one answer to the next by a cursor',
    parameters: [
      product,
      query('line', 'The slug of an update series.'),
      query('kind', 'What the articles are.', z.enum(ARTICLE_KINDS)),
      query('state', 'How they stand towards newer ones.', z.enum(STATE_FILTERS)),
      query('cursor', 'The `nextCursor` of the answer before.'),
      query('limit', 'The number of articles in one answer.', z.int().min(1).max(MAX_LIST_LIMIT), { example: 2 }),
    ],
    answer: articleList,
    errors: [400, 404, 406],
  },
  {
    id: 'getArticle',
    method: 'get',
    path: '/articles/{number}',
    summary: 'One article with its relations; with `.md` behind the number its Markdown',
    parameters: [number],
    answer: article,
    errors: [400, 404, 406],
    hasMarkdown: true,
  },
  {
    id: 'getRelations',
    method: 'get',
    path: '/articles/{number}/relations',
    summary: 'What replaces an article, step by step, and every statement about it with its sentence',
    parameters: [number],
    answer: relations,
    errors: [400, 404, 406],
  },
  {
    id: 'getPreview',
    method: 'get',
    path: '/articles/{number}/preview',
    summary: 'What a link to an article shows before it is followed, also of a missing article',
    parameters: [number],
    answer: preview,
    errors: [400, 406],
  },
  {
    id: 'search',
    method: 'get',
    path: '/search',
    summary: 'The results of a search, 20 per page',
    parameters: [
      query('q', 'A number, a URL or text.', text, { example: 'outlook calendar' }),
      product,
      query('kind', 'What the articles are; other values are ignored.'),
      query('state', 'How they stand towards newer ones; other values are ignored.'),
      query('provenance', 'Whose words they have; other values are ignored.'),
      query('year', 'Of the last review, or of the release; other values are ignored.'),
      query('sort', 'The order of the results; other values are ignored.'),
      query('verbatim', '`1`: spelling is not corrected.'),
      pageParameter,
    ],
    answer: search,
    errors: [406],
  },
  {
    id: 'suggest',
    method: 'get',
    path: '/suggest',
    summary: 'At most eight articles for an unfinished text',
    parameters: [query('q', 'The text so far.', text, { example: 'rollup' })],
    answer: suggestions,
    errors: [406],
  },
  {
    id: 'check',
    method: 'post',
    path: '/check',
    summary: 'The verdict on server output; the text is never stored',
    parameters: [],
    answer: verdict,
    errors: [400, 405, 406, 413],
    body: 'KB940006\n8.0.744.0',
  },
  {
    id: 'resolve',
    method: 'post',
    path: '/resolve',
    summary: 'What became of each link to an article in a text; the text is never stored',
    parameters: [],
    answer: resolvedLinks,
    errors: [400, 405, 406, 413],
    body: 'http://support.microsoft.com/kb/940006 KB219377 http://go.microsoft.com/fwlink/?LinkId=1756',
  },
  {
    id: 'listLines',
    method: 'get',
    path: '/lines',
    summary: 'All update series',
    parameters: [],
    answer: lineList,
    errors: [406],
  },
  {
    id: 'getLine',
    method: 'get',
    path: '/lines/{slug}',
    summary: 'One update series with its updates, oldest first',
    parameters: [slug('The slug of an update series.', 'exchange-server-2007-rtm-update-rollups')],
    answer: line,
    errors: [404, 406],
  },
  {
    id: 'compareUpdates',
    method: 'get',
    path: '/updates/compare',
    summary: 'What the newer of two updates of one series contains and the older one does not',
    parameters: [
      query('from', 'The older number.', text, { example: '940006', isRequired: true }),
      query('to', 'The newer number.', text, { example: '953469', isRequired: true }),
    ],
    answer: comparison,
    errors: [400, 404, 406],
  },
  {
    id: 'listReleases',
    method: 'get',
    path: '/releases',
    summary: 'The releases that fix problems of this collection',
    parameters: [],
    answer: releaseList,
    errors: [406],
  },
  {
    id: 'getRelease',
    method: 'get',
    path: '/releases/{slug}',
    summary: 'The problems that one release fixes, 50 per page',
    parameters: [slug('The slug of a release.', 'exchange-server-2007-service-pack-1'), pageParameter],
    answer: release,
    errors: [404, 406],
  },
  {
    id: 'listSignatures',
    method: 'get',
    path: '/signatures',
    summary: 'Error codes, events, files or versions, those that most articles mention first, 120 per page',
    parameters: [query('kind', 'What they are.', signatureKind, { example: 'event', isRequired: true }), pageParameter],
    answer: signatureList,
    errors: [400, 406],
  },
  {
    id: 'getSignature',
    method: 'get',
    path: '/signatures/{id}',
    summary: 'An error code, event, file or version and the articles that mention it, 30 per page',
    parameters: [
      { name: 'id', in: 'path', description: 'It in any spelling.', schema: text, example: '8.0.744.0' },
      pageParameter,
    ],
    answer: signature,
    errors: [404, 406],
  },
  {
    id: 'listMissing',
    method: 'get',
    path: '/wanted',
    summary: 'The missing articles: numbers that articles cite and the collection lacks',
    parameters: [product],
    answer: wanted,
    errors: [406],
  },
]
