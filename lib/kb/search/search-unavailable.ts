/** What readers are told while an engine elsewhere does not answer. */
export const SEARCH_AWAY = {
  reason: 'The search does not answer at the moment.',
  advice: 'Try again in a minute; articles and their numbers can be opened meanwhile.',
  retrySeconds: 60,
} as const

/** Thrown when an engine elsewhere gives no whole answer. The message is for the operator: what is wrong, and what to do. */
export class SearchUnavailable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'SearchUnavailable'
  }
}
