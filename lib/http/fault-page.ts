import { BARE_POLICY, barePage } from './bare-page.mjs'
import { MAX_BODY_BYTES } from './limits.mjs'

/** An operator or a watcher updates the index in this time. */
const STALE_RETRY_SECONDS = 60
const STALE_REASON = 'Its file has changed, moved or gone since it was indexed.'
const STALE_ADVICE = 'Try again in a minute; the operator updates the collection with "npm run index:build".'

/** Builds the page for a fault that occurs before any page is rendered. The operator's log has the reason under `id`. */
export function faultPage(id: string): Response {
  return answerBare(500, 'Something went wrong', [
    'This is an error on our side, not a missing article. Try again in a moment; the log has the details.',
    `Fault ${id}`,
  ])
}

/** Builds the page for what left the collection while a request for it was under way. */
export function missingPage(): Response {
  return answerBare(404, 'Not found', ['Nothing is at this address any more. Search for what you need.'])
}

/** Builds the page for an article whose file is not what was indexed. */
export function staleArticlePage(article: string): Response {
  const headers = { 'retry-after': String(STALE_RETRY_SECONDS) }
  return answerBare(503, `${article} can’t be shown right now`, [STALE_REASON, STALE_ADVICE], headers)
}

/** Says the same to programs. */
export function describeStaleArticle(article: string): string {
  return `${article} can't be shown right now: ${STALE_REASON.replace('Its', 'its')} ${STALE_ADVICE}`
}

/** Builds the page that refuses a request body before it is read. */
export function tooLargePage(): Response {
  return answerBare(413, 'Text too large', [
    `The limit is ${MAX_BODY_BYTES / 1_000_000} MB. Paste only the relevant part; the first 64 KB are checked.`,
  ])
}

function answerBare(
  status: number,
  title: string,
  sentences: readonly string[],
  more?: Readonly<Record<string, string>>,
): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...more }
  return new Response(barePage(title, sentences), {
    status,
    headers: { ...headers, 'content-security-policy': BARE_POLICY },
  })
}
