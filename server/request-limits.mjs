// @ts-check

/** The request line and all headers. Node's own limit is 16 KB. */
export const MAX_HEADER_BYTES = 32 * 1024
/** Addresses hold searches, of which 256 characters are read. More text belongs in the box of /check. */
export const MAX_ADDRESS_LENGTH = 16_000
/** The framework reads parameters in square time. No address of this site has more than ten. */
export const MAX_PARAMETERS = 64
/** Requests that a client may send on one connection before the first is answered. No browser sends more than one. */
export const MAX_PIPELINED = 16

/** Bytes of all bodies that are being received at one time. */
export const MAX_BODY_BYTES_IN_ALL = 64_000_000

/** Milliseconds for the headers of a request, and for all of it. */
export const HEADERS_MS = 15_000
export const REQUEST_MS = 30_000
/** Milliseconds that a connection without a request stays open: longer than proxies keep theirs (60 s). */
export const KEEP_ALIVE_MS = 65_000
/** A connection on which nothing moves for this long is closed: a reader that does not read. */
export const STALLED_MS = 60_000
/** No answer takes longer, however slowly it is read. */
export const ANSWER_MS = 180_000
