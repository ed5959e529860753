// @ts-check
// Plain JavaScript, because server/ loads it without a compiler.

/** Bodies of this size or more are refused. A megabyte of text stays below it even in the longest form encoding. */
export const MAX_BODY_BYTES = 4_000_000

/** The request header under which the edge gives each request its id. The edge removes what a client sends there. */
export const REQUEST_ID_HEADER = 'x-kb-request-id'
