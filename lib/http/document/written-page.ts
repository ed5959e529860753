/** What a page has to know of the request that it answers. */
export interface PageRequest {
  readonly url: string
  readonly headers: { get(name: string): string | null }
}

/** A whole page. Who sends it needs neither a stream nor a copy of its text, both of which an answer of the framework makes. */
export interface WrittenPage {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly html: string
}

/** Makes an answer of the framework of a page, and leaves what is one already. */
export function answerOf(written: WrittenPage | Response): Response {
  return written instanceof Response ? written : new Response(written.html, written)
}
